"""The design judged from its text alone: expectations derived by hand, not from the code."""
