"""Verdicts of other programs, recorded, against which claimcheck is judged."""
