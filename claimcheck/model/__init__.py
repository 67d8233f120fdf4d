"""What claims are made of: values, intervals, units, dates, vocabulary, expressions."""
