"""The shapes of all files as pydantic models: the JSON Schemas, and the judge of anything unusual.

Imported only when a file is not plainly regular, or for `claimcheck schema`.
"""

from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    StrictBool,
    StrictFloat,
    StrictInt,
    StrictStr,
    Tag,
    model_validator,
)

Number = StrictInt | StrictFloat
Written = Annotated[
    StrictStr | StrictBool | Number,
    Field(description="a value in the notation, such as `about 830 billion USD` or 2025-08"),
]
Date = Annotated[
    StrictStr | StrictInt,
    Field(description="a date in EDTF: 2026, 2026-01, 2026-01-30, 2025-10/.."),
]
Text = Annotated[StrictStr, Field(min_length=1)]
Qualifier = StrictStr | StrictBool | Number


class Shape(BaseModel):
    """Strict: an unknown key is an error."""

    model_config = ConfigDict(
        extra="forbid",
        populate_by_name=False,
        alias_generator=lambda name: name.strip("_").replace("_", "-"),
    )


class NotEncoded(Shape):
    """A passage that coverage leaves out."""

    quote: Text
    reason: Text


class DocumentShape(Shape):
    """The article that the claims are encoded from."""

    title: Text | None = None
    text: Text | None = Field(None, description="path of the article, beside this file")
    language: Text | None = Field(None, description="language of the article: fr, en, …")
    published: Date | None = Field(None, description="day of publication: 2026-01-30")
    url: Text | None = None
    not_encoded: list[NotEncoded] = []


class QuoteText(Shape):
    """A W3C TextQuoteSelector."""

    exact: Text
    prefix: Text | None = None
    suffix: Text | None = None


class QuoteCell(Shape):
    """A table cell: the row and the column by their headings."""

    row: Text
    column: Text


def _form_of_quote(data: object) -> str:
    if isinstance(data, dict):
        return "cell" if {"row", "column"} & data.keys() else "selector"
    return "text"


Quote = Annotated[
    Annotated[Text, Tag("text")]
    | Annotated[QuoteText, Tag("selector")]
    | Annotated[QuoteCell, Tag("cell")],
    Discriminator(_form_of_quote),
]


class Ignore(Shape):
    """A finding that is accepted, with the reason."""

    rule: Text = Field(description="name of the rule, such as values/conflict")
    with_: list[Text] | Text = Field([], description="the other claims of the finding; none: any")
    reason: Text
    by: Text | None = None
    until: Date | None = Field(None, description="last day that this counts")


class ClaimShape(Shape):
    """One typed assertion."""

    id: Text = Field(description="unique in its file")
    subject: Text | None = Field(None, description="id, name or alias of an entity")
    attribute: Text | None = None
    where: dict[str, Qualifier] = Field({}, description="qualifiers, such as {in: OpenAI}")
    that: Text | None = Field(None, description="an expression or comparison over slots")
    value: Written | None = None
    when: Date | None = None
    certainty: Literal["certain", "probable", "possible"] = "certain"
    scenario: Text | None = Field(None, description="a named hypothetical")
    attribution: Text | None = Field(None, description="who says so; absent: the document itself")
    quote: Quote | None = None
    note: Text | None = None
    denied: StrictBool = False
    precision: Text | Number | None = Field(None, description="exact, or the unit of rounding")
    scale: Literal["short", "long"] | None = None
    replaces: Text | None = Field(None, description="id of the claim that this one corrects")
    ignore: list[Ignore] = []

    @model_validator(mode="after")
    def _says_one_thing(self) -> "ClaimShape":
        if self.that is None:
            for key in ("subject", "attribute", "value"):
                if getattr(self, key) is None:
                    raise ValueError(f"missing-key:{key}")
        else:
            for key in ("subject", "attribute"):
                if getattr(self, key) is not None:
                    raise ValueError(f"not-beside-that:{key}")
            if self.where:
                raise ValueError("not-beside-that:where")
        return self


class ReferenceShape(ClaimShape):
    """A claim that is taken as true."""

    citation: Text | None = Field(None, description="title or URL of the source; required")
    checked: Date | None = Field(None, description="the day someone last looked")


class ClaimsFile(Shape):
    """`*.claims.yaml`: an article and the claims encoded from it."""

    document: DocumentShape | None = None
    claims: list[ClaimShape]


class ReferencesFile(Shape):
    """`*.references.yaml`: claims taken as true."""

    references: list[ReferenceShape]


class EntityShape(Shape):
    """A thing that claims are about."""

    name: Text | None = None
    aliases: list[Text] = []
    wikidata: Annotated[StrictStr, Field(pattern=r"^Q[1-9]\d*$")] | None = None


class Labels(Shape):
    """How an attribute is called in the reader's language."""

    en: Text | None = None
    fr: Text | None = None


class AttributeShape(Shape):
    """What may be asserted of an entity."""

    type: Text = Field(
        description="money, share, number, count, date, entity, boolean, text, or a unit such as MWh"
    )
    period: Literal["instant", "duration"] | None = Field(
        None,
        description="instant: a state at a moment (valuation); duration: a flow over a period (revenue);"
        " none: a fact that has one value for good (release)",
    )
    at_least: Number | Text | None = None
    at_most: Number | Text | None = None
    single: StrictBool = True
    qualifiers: list[Text] = []
    label: Labels | None = None
    wikidata: Annotated[StrictStr, Field(pattern=r"^P[1-9]\d*$")] | None = None
    doc: Text | None = None
    excludes: Text | None = Field(None, description="attribute that can have no other value")
    bounds: Literal["start", "end"] | None = Field(
        None, description="whether this date begins or ends its subject's existence"
    )
    after: Text | None = Field(None, description="date before which this attribute has no value")


class VocabularyFile(Shape):
    """`vocabulary.yaml`: the entities and attributes that claims may name."""

    entities: dict[str, EntityShape | None] = {}
    attributes: dict[str, AttributeShape] = {}


class Message(Shape):
    """What a finding says, in both languages; `{expression}` stands for what it comes to."""

    en: Text
    fr: Text


class RuleShape(Shape):
    """One rule of a pack: a relation, a match or a pattern, with its documentation and examples."""

    doc: Text = Field(
        description="line 1: the problem in a sentence; then why it matters, what to do"
    )
    level: Literal["error", "warning", "note"] = "error"
    tags: list[Text] = Field([], description="what it is selected by beside its name and pack")
    source: Text | None = Field(None, description="title or URL; required for a relation")
    options: dict[str, StrictBool | Number | StrictStr] = {}
    message: Message | None = None
    help: Message | None = None
    relation: Text | None = Field(None, description="a comparison that must hold between slots")
    match: dict[str, Text] | None = Field(
        None, description="names with patterns: paid: investment(?who, in=?company)"
    )
    if_: Text | None = Field(None, description="only where this holds")
    without: dict[str, Text] | None = Field(None, description="only where none of these is there")
    forbid: Text | None = Field(None, description="finds where this holds for every value")
    require: Text | None = Field(None, description="finds where this fails for every value")
    pattern: Text | None = Field(None, description="a regular expression (RE2)")
    over: Literal["article", "quotes"] = "article"
    language: Text | None = Field(None, description="only for articles in this language")
    bad: list[Text] = Field(min_length=1, description="claim files, with `# finds: RULE`")
    good: list[Text] = Field(min_length=1, description="near misses, in which it finds nothing")


class PackFile(Shape):
    """`rules/*.yaml`: rules as data."""

    pack: Text
    attributes: dict[str, AttributeShape] = {}
    rules: dict[str, RuleShape] = Field(min_length=1)
