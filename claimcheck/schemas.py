"""JSON Schemas of all files that claimcheck reads and of the JSON report, from their models."""

from typing import Any

KINDS = ("claims", "references", "vocabulary", "pack", "config", "report")
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(kind: str) -> dict[str, Any]:
    """The JSON Schema of one of KINDS."""
    from claimcheck.config.shape import ConfigFile
    from claimcheck.load import shape
    from claimcheck.report.shape import ReportShape

    models: dict[str, Any] = {
        "claims": shape.ClaimsFile,
        "references": shape.ReferencesFile,
        "vocabulary": shape.VocabularyFile,
        "pack": shape.PackFile,
        "config": ConfigFile,
        "report": ReportShape,
    }
    found = models[kind].model_json_schema(by_alias=True)
    if kind == "config":
        found["properties"]["rules"] = _options()
        for table in (found, *found["$defs"].values()):
            for key in _WITHOUT_DEFAULT & table.get("properties", {}).keys():
                del table["properties"][key]["default"]
    return {"$schema": DIALECT, **found}


def _options() -> dict[str, Any]:
    """The options of the shipped rules; a newsroom's own rules may have others."""
    from claimcheck.rules import standard

    tables = {
        rule.name: {
            "type": "object",
            "description": rule.summary,
            "properties": {
                option.replace("_", "-"): {"type": _TYPES[type(default)], "default": default}
                for option, default in rule.options.items()
            },
            "additionalProperties": False,
        }
        for rule in standard()
        if rule.options
    }
    return {
        "type": "object",
        "description": "options of rules",
        "properties": tables,
        "additionalProperties": {"type": "object"},
    }


_WITHOUT_DEFAULT = {"extends", "profile", "baseline", "by", "until"}
_TYPES = {bool: "boolean", int: "integer", float: "number", str: "string"}
