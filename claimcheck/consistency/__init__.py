"""Deciding what cannot stand together: when claims meet, where values clash, how serious it is."""
