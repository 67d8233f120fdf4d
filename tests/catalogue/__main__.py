"""Writes the catalogues anew: `python -m tests.catalogue`."""

from tests.catalogue.files import contents


def main() -> None:
    """Write each file, and say of which messages the translation is missing."""
    for path, content in contents().items():
        path.write_bytes(content)
        print(
            f"{path.name}: {content.count(b'msgid') - 1} messages" if path.suffix != ".mo" else path
        )


if __name__ == "__main__":
    main()
