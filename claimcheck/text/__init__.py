"""The article itself: what it says, where its quotes stand, which numbers are in it."""
