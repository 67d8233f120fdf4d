"""Rules about the values that claims give to one slot."""
