"""Rules about the article itself: quotes, the numbers in them, what nobody encoded."""
