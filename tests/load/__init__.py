"""Tests of claimcheck.load."""
