"""JSON Schemas of all files that claimcheck reads and of the JSON report, from their models."""

from typing import Any

KINDS = ("claims", "references", "vocabulary", "pack", "report")
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(kind: str) -> dict[str, Any]:
    """The JSON Schema of one of KINDS."""
    from claimcheck.load import shape
    from claimcheck.report.shape import ReportShape

    models: dict[str, Any] = {
        "claims": shape.ClaimsFile,
        "references": shape.ReferencesFile,
        "vocabulary": shape.VocabularyFile,
        "pack": shape.PackFile,
        "report": ReportShape,
    }
    found = models[kind].model_json_schema(by_alias=True)
    return {"$schema": DIALECT, **found}
