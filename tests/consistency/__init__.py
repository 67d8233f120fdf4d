"""Tests of claimcheck.consistency."""
