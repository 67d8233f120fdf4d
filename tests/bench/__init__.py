"""Benchmarks: programs run by hand, which print ratios measured in one run (`python -m tests.bench`)."""
