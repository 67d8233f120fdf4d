"""Rules about when things are said to happen."""
