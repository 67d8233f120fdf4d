"""The files of `claimcheck/locale` as they should be, by the messages and the translations there are."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from claimcheck.catalogue import DOMAIN, FOLDER, SOURCE, languages
from tests.catalogue.gathering import gathered

LOCALE = Path(FOLDER)
WIDTH = 110


def template() -> Catalog:
    """Every message, without translations."""
    catalogue = Catalog(fuzzy=False, charset="utf-8", header_comment=_HEADER)
    for found in gathered():
        catalogue.add(found.text, locations=[(found.path, 1)])
    return catalogue


_HEADER = """\
# Messages of claimcheck. Written by `python -m tests.catalogue`.
# Of tables of languages in the code, the texts stand there, and are copied here."""


def translations(language: str) -> Catalog:
    """The catalogue of a language as it should be: what is new untranslated, what is no more left out."""
    path = _path(language, "po")
    catalogue = Catalog(locale=language, domain=DOMAIN)
    if path.exists():
        with path.open("rb") as file:
            catalogue = read_po(file, locale=language, domain=DOMAIN)
    catalogue.update(template(), no_fuzzy_matching=True, update_header_comment=True)
    catalogue.obsolete.clear()
    catalogue.fuzzy = False
    for found in gathered():
        if language in found.beside:
            catalogue[found.text].string = found.beside[language]
    return catalogue


def contents() -> dict[Path, bytes]:
    """What each file should hold."""
    made = {LOCALE / f"{DOMAIN}.pot": written(template())}
    for language in languages():
        if language != SOURCE:
            catalogue = translations(language)
            made[_path(language, "po")] = written(catalogue)
            made[_path(language, "mo")] = compiled(catalogue)
    return made


def written(catalogue: Catalog) -> bytes:
    """A catalogue as text."""
    file = BytesIO()
    write_po(file, catalogue, width=WIDTH, include_lineno=False, sort_by_file=True)
    lines = file.getvalue().splitlines(True)
    return b"".join(line for line in lines if not line.startswith(_LEFT_OUT))


_NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)
# Dates, so that the same messages give the same file, and what nobody fills in.
_LEFT_OUT = tuple(
    f'"{key}: '.encode()
    for key in (
        "Project-Id-Version",
        "Report-Msgid-Bugs-To",
        "Last-Translator",
        "Language-Team",
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Generated-By",
    )
)


def compiled(catalogue: Catalog) -> bytes:
    """A catalogue as programs read it."""
    file = BytesIO()
    text = BytesIO(written(catalogue))
    found = read_po(text, locale=catalogue.locale, domain=DOMAIN)
    found.creation_date = found.revision_date = _NO_DATE
    write_mo(file, found)
    return file.getvalue()


def _path(language: str, suffix: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.{suffix}"
