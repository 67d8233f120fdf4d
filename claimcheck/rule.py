"""What a rule is: a name, a text, examples and a function over the index."""

from collections.abc import Callable, Iterable, Mapping
from types import ModuleType
from typing import NamedTuple

from claimcheck.errors import RuleError
from claimcheck.finding import LEVELS, Level, Outcome, Text
from claimcheck.model.relation import Relation
from claimcheck.model.vocabulary import Attribute

LANGUAGES = ("en", "fr")

EVERY_RELATION = "relation"
"""In `supersedes`: every rule that states a relation."""


class Rule(NamedTuple):
    """One rule, from its file."""

    name: str
    """`family/problem`, kebab-case."""
    level: Level
    """The most serious level of its findings."""
    message: Text
    help: Text | None
    doc: str
    bad: tuple[str, ...]
    """Claim files as text, each with `# finds: NAME` on every line that is reported."""
    good: tuple[str, ...]
    check: Callable[..., Iterable[Outcome]]
    options: Mapping[str, object]
    """The options with their defaults: the keyword-only parameters of `check`."""
    supersedes: tuple[str, ...] = ()
    """Rules whose findings on the same claims are left out, since this one is more specific."""
    after_suppression: bool = False
    """Whether it judges the suppressions, and so runs when they have been applied."""
    relation: Relation | None = None
    """What it says must hold between slots; joins the network of every document."""
    source: str = ""
    """Where its relation comes from."""
    home: str = ""
    """The pack file that it comes from."""
    reads_article: bool = False
    """Whether it looks at the text of articles."""
    wanted: frozenset[str] = frozenset()
    """Attributes without which, all of them, it has nothing to say of a document."""
    attributes: tuple[Attribute, ...] = ()
    """The vocabulary that it brings along."""
    tags: tuple[str, ...] = ()
    """What it is selected by beside its name and family."""
    own: bool = False
    """Whether it is a newsroom's own, and not shipped with claimcheck."""

    @property
    def family(self) -> str:
        """The part of the name before the slash."""
        return self.name.partition("/")[0]

    @property
    def summary(self) -> str:
        """The problem in a sentence."""
        return self.doc.partition("\n")[0]


def rule_of(module: ModuleType, name: str) -> Rule:
    """The rule that a module is; raises RuleError if something is missing."""
    missing = [a for a in ("LEVEL", "MESSAGE", "BAD", "GOOD", "check") if not hasattr(module, a)]
    if missing or not module.__doc__:
        raise RuleError(f"rule {name}: no {', '.join(missing) or 'docstring'}")
    if not (module.BAD and module.GOOD):
        raise RuleError(f"rule {name}: needs at least one example in BAD and in GOOD")
    if module.LEVEL not in LEVELS or any(language not in module.MESSAGE for language in LANGUAGES):
        raise RuleError(f"rule {name}: LEVEL or MESSAGE is incomplete")
    check = module.check
    names = check.__code__.co_varnames
    first = check.__code__.co_argcount
    options = {
        key: (check.__kwdefaults__ or {}).get(key)
        for key in names[first:][: check.__code__.co_kwonlyargcount]
    }
    return Rule(
        name,
        module.LEVEL,
        module.MESSAGE,
        getattr(module, "HELP", None),
        module.__doc__,
        tuple(module.BAD),
        tuple(module.GOOD),
        check,
        options,
        tuple(getattr(module, "SUPERSEDES", ())),
        getattr(module, "AFTER_SUPPRESSION", False),
        reads_article=getattr(module, "READS_ARTICLE", False),
        tags=tuple(getattr(module, "TAGS", ())),
    )
