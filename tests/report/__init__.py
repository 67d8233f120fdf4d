"""Tests of claimcheck.report."""
