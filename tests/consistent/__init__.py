"""Consistent documents: the guard against false alarms."""
