"""What to say of a name that the vocabulary does not know: the nearest one, looked for once."""

from functools import lru_cache

from claimcheck.model.vocabulary import Vocabulary, fold
from claimcheck.names import nearest


@lru_cache(maxsize=256)
def unknown_entity(name: str, vocabulary: Vocabulary) -> dict[str, object]:
    """An entity's name with the one that may be meant."""
    return {"name": name, "suggestion": nearest(name, vocabulary.entity_names())}


@lru_cache(maxsize=256)
def unknown_attribute(name: str, vocabulary: Vocabulary) -> dict[str, object]:
    """An attribute's name with the one that may be meant, or that has this label in some language."""
    folded = fold(name)
    for attribute in vocabulary.attributes.values():
        if any(fold(label) == folded for label in attribute.labels.values()):
            return {"name": name, "suggestion": attribute.name}
    return {"name": name, "suggestion": nearest(name, vocabulary.attributes)}


def unknown_qualifier(name: str, attribute: str, vocabulary: Vocabulary) -> dict[str, object]:
    """A qualifier's name with the one of its attribute that may be meant."""
    near = nearest(name, vocabulary.attributes[attribute].qualifiers)
    return {"name": name, "attribute": attribute, "suggestion": near}
