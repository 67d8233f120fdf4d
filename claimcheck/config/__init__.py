"""The configuration of a newsroom: `claimcheck.toml` or `[tool.claimcheck]`, nearest upward.

`files` finds and reads them with those that they extend, `asked` reads settings of the command line,
`checking` says what is wrong with the settings of one place, `layers` puts those of several together into
`settings.Config`, `places` tells where a setting stands, `origins` where each of the effective ones comes
from, `profiles` are frozen lists of rules, `shape` is what the JSON Schema is made from.
"""

from claimcheck.config.asked import asked_layers
from claimcheck.config.files import (
    FILE,
    default_config,
    find_config,
    forget,
    is_config,
    read_config,
)
from claimcheck.config.layers import over
from claimcheck.config.places import config_error
from claimcheck.config.settings import Acceptance, Config, Layer, PerPath, Wrong

__all__ = [
    "FILE",
    "Acceptance",
    "Config",
    "Layer",
    "PerPath",
    "Wrong",
    "asked_layers",
    "config_error",
    "default_config",
    "find_config",
    "forget",
    "is_config",
    "over",
    "read_config",
]
