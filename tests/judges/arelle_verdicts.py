"""Have Arelle judge all cases, and record what it says: `python -m tests.judges.arelle_verdicts`.

It needs the extra `judges`, and no network. All cases are contexts of one XBRL report; calculations of one
shape (the same weights) share their concepts.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from tests.judges.xbrl_cases import Case, cases, digest

VERDICTS = Path(__file__).parent / "xbrl_verdicts.csv"

CALCULATION = "calc11e:inconsistentCalculationUsingRounding"
BLOCKED = "oime:disallowedDuplicateFacts"
DUPLICATES = "arelle:duplicateFacts"

_NOTE = """\
# What Arelle {arelle} (Apache-2.0) says of the cases that xbrl_cases.py makes, run by arelle_verdicts.py.
# calculation: Calculations 1.1, round to nearest; duplicates: its check for inconsistent duplicate facts.
# cases {digest}
case,calculation,duplicates
"""

_XBRLI = "http://www.xbrl.org/2003/instance"
_LINK = "http://www.xbrl.org/2003/linkbase"
_ARCROLE = "http://www.xbrl.org/2003/arcrole/summation-item"
_NAMES = f"""xmlns:xbrli="{_XBRLI}" xmlns:link="{_LINK}" xmlns:xlink="http://www.w3.org/1999/xlink" \
xmlns:t="urn:cases\""""


def main() -> None:
    """Write `xbrl_verdicts.csv` anew."""
    some = cases()
    with tempfile.TemporaryDirectory() as folder:
        _write(Path(folder), some)
        found = _verdicts(Path(folder))
    text = _NOTE.format(arelle=version("arelle-release"), digest=digest(some))
    for case in some:
        said = {code for code, number in found if number == case.number}
        calculation = "inconsistent" if said & {CALCULATION, BLOCKED} else "consistent"
        duplicates = "inconsistent" if DUPLICATES in said else "consistent"
        text += f"{case.number},{calculation},{duplicates}\n"
    VERDICTS.write_text(text, encoding="utf-8")


def _verdicts(folder: Path) -> set[tuple[str, int]]:
    """What Arelle says, by code, of which case."""
    log = folder / "log.json"
    # fmt: off
    subprocess.run(
        [sys.executable, "-m", "arelle.CntlrCmdLine", "--file", str(folder / "cases.xbrl"), "--validate",
         "--calc", "c11r", "--validateDuplicateFacts", "inconsistent",
         "--internetConnectivity", "offline", "--logFile", str(log)],
        env={**os.environ, "XDG_CONFIG_HOME": str(folder)}, check=True,
    )
    # fmt: on
    found = set()
    for entry in json.loads(log.read_text(encoding="utf-8"))["log"]:
        code, message = entry["code"], entry["message"]
        if code == "info":
            continue
        if code not in (CALCULATION, BLOCKED, DUPLICATES):
            raise SystemExit(f"not a verdict: {message['text']}")
        arguments = message["args"]
        context = arguments.get("contextID") or arguments["contextIDs"]
        found.add((code, int(context.removeprefix("case-"))))
    return found


def _write(folder: Path, some: tuple[Case, ...]) -> None:
    shapes = sorted({case.weights for case in some})
    (folder / "cases.xsd").write_text("\n".join(_schema(shapes)), encoding="utf-8")
    (folder / "cases-calculation.xml").write_text("\n".join(_linkbase(shapes)), encoding="utf-8")
    (folder / "cases.xbrl").write_text("\n".join(_report(some)), encoding="utf-8")


def _concept(weights: tuple[int, ...], slot: int) -> str:
    return "".join("p" if weight > 0 else "m" for weight in weights) + str(slot)


def _schema(shapes: list[tuple[int, ...]]) -> Iterator[str]:
    yield f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" {_NAMES} targetNamespace="urn:cases">
<xs:annotation><xs:appinfo><link:linkbaseRef xlink:type="simple" xlink:href="cases-calculation.xml"
 xlink:role="http://www.xbrl.org/2003/role/calculationLinkbaseRef"
 xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"/></xs:appinfo></xs:annotation>
<xs:import namespace="{_XBRLI}" schemaLocation="http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"/>"""
    for weights in shapes:
        for slot in range(len(weights) + 1):
            name = _concept(weights, slot)
            yield f"""<xs:element name="{name}" id="{name}" type="xbrli:decimalItemType"
 substitutionGroup="xbrli:item" xbrli:periodType="instant"/>"""
    yield "</xs:schema>"


def _linkbase(shapes: list[tuple[int, ...]]) -> Iterator[str]:
    yield f"""<link:linkbase {_NAMES}>
<link:calculationLink xlink:type="extended" xlink:role="http://www.xbrl.org/2003/role/link">"""
    for weights in shapes:
        names = [_concept(weights, slot) for slot in range(len(weights) + 1)]
        for name in names:
            yield f"""<link:loc xlink:type="locator" xlink:href="cases.xsd#{name}" xlink:label="{name}"/>"""
        for order, (name, weight) in enumerate(zip(names[1:], weights, strict=True), 1):
            yield f"""<link:calculationArc xlink:type="arc" xlink:arcrole="{_ARCROLE}"
 xlink:from="{names[0]}" xlink:to="{name}" weight="{weight}" order="{order}"/>"""
    yield "</link:calculationLink></link:linkbase>"


def _report(some: tuple[Case, ...]) -> Iterator[str]:
    yield f"""<xbrli:xbrl {_NAMES}><link:schemaRef xlink:type="simple" xlink:href="cases.xsd"/>
<xbrli:unit id="u"><xbrli:measure>xbrli:pure</xbrli:measure></xbrli:unit>"""
    for case in some:
        yield f"""<xbrli:context id="case-{case.number}">
<xbrli:entity><xbrli:identifier scheme="urn:case">{case.number}</xbrli:identifier></xbrli:entity>
<xbrli:period><xbrli:instant>2025-12-31</xbrli:instant></xbrli:period></xbrli:context>"""
        for fact in case.facts:
            name = f"t:{_concept(case.weights, fact.slot)}"
            decimals = "INF" if fact.decimals is None else fact.decimals
            yield (
                f'<{name} contextRef="case-{case.number}" unitRef="u" decimals="{decimals}">'
                f"{fact.text}</{name}>"
            )
    yield "</xbrli:xbrl>"


if __name__ == "__main__":
    main()
