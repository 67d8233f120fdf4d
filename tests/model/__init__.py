"""Tests of claimcheck.model."""
