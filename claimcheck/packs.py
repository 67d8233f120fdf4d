"""Rule packs: where the ones that ship with claimcheck lie."""

import os


def shipped_folder() -> str:
    """The folder of the shipped packs: in the wheel, or beside the package in a checkout."""
    package = os.path.dirname(os.path.abspath(__file__))
    installed = os.path.join(package, "_packs")
    if os.path.isdir(installed):
        return installed
    return os.path.join(os.path.dirname(package), "rules")
