"""The shape of a configuration as pydantic models: the source of its JSON Schema."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from claimcheck.config.profiles import PROFILES

LevelName = Literal["error", "warning", "note"]
Text = Annotated[str, Field(min_length=1, pattern=r"\S")]
Item = Annotated[str, Field(min_length=1)]
Names = list[Item]


class Shape(BaseModel):
    """Strict: an unknown key is an error."""

    model_config = ConfigDict(
        extra="forbid", alias_generator=lambda name: name.replace("_", "-"), populate_by_name=True
    )


class PerPathShape(Shape):
    """What holds for some files."""

    paths: Names = Field(description="globs from the root of the newsroom")
    ignore: Names = Field([], description="rules, families or tags whose findings are left out")
    level: dict[str, LevelName] = Field({}, description="levels of rules, families or tags")


class AcceptShape(Shape):
    """Findings that are accepted for the whole newsroom, with a reason."""

    rule: Text = Field(description="family/problem")
    reason: Text
    claims: Names = Field([], description="who may take part: ids, or file#id; none: anybody")
    documents: Names = Field([], description="globs of files; none: all")
    by: Text = Field("", description="who accepts them")
    until: date | Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$")] = Field(
        "2026-12-31", description="the last day that it counts"
    )


class ConfigFile(Shape):
    """`claimcheck.toml`, or `[tool.claimcheck]` of `pyproject.toml`."""

    extends: Text = Field("", description="another configuration, relative to this file")
    profile: Literal[tuple(PROFILES)] = Field(  # type: ignore[valid-type]
        "", description="a frozen list of rules with levels, so that an upgrade adds no findings"
    )
    paths: Names = Field(["."], description="what `claimcheck check` looks at")
    references: Names = Field(["**"], description="globs of the reference files that apply")
    exclude: Names = Field([], description="globs of files that are not looked at in folders")
    select: Names = Field([], description="rules, families or tags that run; none: all")
    extend_select: Names = Field([], description="rules, families or tags that run as well")
    ignore: Names = Field([], description="rules, families or tags that do not run")
    level: dict[str, LevelName] = Field({}, description="levels of rules, families or tags")
    per_path: list[PerPathShape] = Field([], description="settings for some files")
    accept: list[AcceptShape] = Field([], description="findings that are accepted")
    baseline: Text = Field("", description="the file of known findings, from this folder")
    fail_on: Literal["error", "warning", "note", "never"] = "warning"
    language: Literal["en", "fr"] = Field("en", description="of reports")
    scope: Literal["document", "project"] = Field(
        "document",
        description="project: articles are also held against what the newsroom published before",
    )
    about_width: (
        Annotated[float, Field(ge=0, lt=1)]
        | Annotated[str, Field(pattern=r"^ *\d{1,2}(\.\d+)? *%$|^0?\.\d+$|^0$")]
    ) = Field(0.1, description='what `about` allows: 0.1 or "10 %"')
    rules: dict[str, dict[str, object]] = Field({}, description="options of rules")
