"""The shape of the JSON report, version 1, as pydantic models: the source of its JSON Schema."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Shape(BaseModel):
    """Strict: the report holds nothing else."""

    model_config = ConfigDict(extra="forbid")


class Location(Shape):
    """A stretch of a file; lines and columns count from 1, in code points, the end excluded."""

    path: str
    line: int = Field(ge=1)
    column: int = Field(ge=1)
    end_line: int = Field(ge=1)
    end_column: int = Field(ge=1)


class Related(Shape):
    """Another place that a finding is about."""

    location: Location
    message: str


class RepairShape(Shape):
    """Something that would let the claims hold."""

    kind: Literal["value", "set", "cause"] = Field(
        description="a value that the others leave; a lightest set of claims to change; a cause to check"
    )
    claims: list[str] = Field(description="ids of the claims to change")
    message: str


class FindingShape(Shape):
    """What is wrong with a set of claims."""

    rule: str = Field(description="family/problem, or internal-error")
    level: Literal["error", "warning", "note"]
    message: str
    claims: list[str] = Field(description="ids of the claims that it is about")
    references: list[str] = Field(description="ids of the references that it is about")
    location: Location
    related: list[Related]
    steps: list[str] = Field(description="the derivation, a step a string")
    repairs: list[RepairShape]
    help: str
    fingerprint: str = Field(description="identity: rule, document and what it is about")
    digest: str = Field(description="changes when a value involved changes")


class AcceptedShape(Shape):
    """A finding that an `ignore` entry accepts."""

    rule: str
    message: str
    claims: list[str] = Field(description="ids of the claims that it is about")
    references: list[str] = Field(description="ids of the references that it is about")
    location: Location
    entry: str = Field(
        description="what has the entry: a claim (file#id, from the root) or a line of the configuration"
    )
    reason: str
    by: str | None
    until: str | None = Field(description="the last day that it counts; null: no end")
    fingerprint: str


class Tally(Shape):
    """What a rule did: how much it met, decided, and left out by reason."""

    bound: int = Field(ge=0)
    checked: int = Field(ge=0)
    skipped: dict[str, int]


class CoverageShape(Shape):
    """How much of an article its document encodes."""

    document: str
    article: str
    quoted: int = Field(ge=0, description="quantities and dates that are quoted or left out")
    total: int = Field(ge=0)
    uncovered: int = Field(ge=0)


class Summary(Shape):
    """How much was found and looked at."""

    errors: int = Field(ge=0)
    warnings: int = Field(ge=0)
    notes: int = Field(ge=0)
    accepted: int = Field(ge=0, description="findings that an `ignore` entry accepts")
    documents: int = Field(ge=0)
    claims: int = Field(ge=0)
    references: int = Field(ge=0)
    skipped: dict[str, int] = Field(description="comparisons not made, by reason")


class GoneShape(Shape):
    """A finding that is there no more."""

    rule: str
    document: str
    about: str


class SinceShape(Shape):
    """How the findings stand to an earlier state; those that are as they were are left out."""

    what: str = Field(description="the commit, as it was named, or the file that was compared with")
    states: dict[str, Literal["new", "changed"]] = Field(description="by fingerprint")
    unchanged: int
    gone: list[GoneShape]


class ReportShape(Shape):
    """The JSON report."""

    version: Literal[1]
    findings: list[FindingShape]
    accepted: list[AcceptedShape]
    checked: dict[str, Tally] = Field(description="by rule: every one that ran, also in vain")
    coverage: list[CoverageShape]
    since: SinceShape | None = None
    summary: Summary
