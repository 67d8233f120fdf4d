"""Rules about what several slots say together: sums, differences, products, comparisons."""
