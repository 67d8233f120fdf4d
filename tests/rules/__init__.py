"""Tests of claimcheck.rules."""
