"""Profiles of hypothesis: the same examples in every run, more of them for long runs."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "ci",
    derandomize=True,
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "long", parent=settings.get_profile("ci"), max_examples=5000, derandomize=False
)
settings.load_profile("ci")
