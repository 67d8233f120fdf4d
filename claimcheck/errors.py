"""Errors that end a run: it could not be done properly, and the reason is shown instead of a report."""


class ClaimcheckError(Exception):
    """The base of all errors that a user can mend; its text is for people, a line an error."""

    def __init__(self, message: str, help: str | None = None) -> None:
        super().__init__(message)
        self.help = help


class UsageError(ClaimcheckError):
    """A path or an option that does not fit."""


class ConfigError(ClaimcheckError):
    """A configuration that cannot be used; each line starts with path:line:column, or shows that line."""


class RuleError(ClaimcheckError):
    """A rule that cannot be loaded."""
