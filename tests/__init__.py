"""The tests of claimcheck: behaviour as sentences, properties, and judges from outside."""
