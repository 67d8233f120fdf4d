"""Tests of claimcheck.cli."""
