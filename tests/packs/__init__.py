"""Tests of rule packs: those that are shipped, loading, matching, and the command for them."""
