"""Properties that hold for all inputs, by hypothesis."""

from hypothesis import settings

few = settings(max_examples=settings().max_examples // 3)
"""For properties that run all rules on every example."""
