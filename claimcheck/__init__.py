"""claimcheck: decides whether the claims of a news article can all be true."""

__version__ = "0.1.0"
