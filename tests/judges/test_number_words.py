"""Numbers written out by num2words, read back by us; text2num reads a sample of them too."""

from fractions import Fraction
from functools import cache
from random import Random

import pytest
from num2words import num2words
from text_to_num import text2num

SEED = 20_251_123
SMALL = 3_000
RANDOM = 2_300
LIMIT = 10**12
"""Below it no word of the French long scale is a word of the short one."""
VARIANTS = ("fr", "fr_BE", "fr_CH", "en")


@cache
def numbers() -> tuple[int, ...]:
    """All small ones; round ones and their neighbours; random ones, as many of each length."""
    found = dict.fromkeys(range(SMALL))
    for power in range(3, 12):
        for times in (1, 2, 7, 9, 10, 17, 21, 70, 71, 80, 81, 91, 99, 100, 101, 200, 580, 999):
            for more in (-1, 0, 1, 80, 100):
                found[times * 10**power + more] = None
    random = Random(SEED)
    for _ in range(RANDOM):
        found[random.randrange(10 ** random.randint(4, 12))] = None
    return tuple(number for number in found if number < LIMIT)


def written(number: int, variant: str) -> str:
    """A number in words, without the commas that num2words sets in English: prose may need them itself."""
    return str(num2words(number, lang=variant)).replace(",", "")


def test_many() -> None:
    assert len(numbers()) >= 5_000
    assert set(range(SMALL)) < set(numbers())


@pytest.mark.parametrize("variant", VARIANTS)
def test_numbers_in_words(variant: str) -> None:
    from claimcheck.text.numerals import number_of

    language = variant[:2]
    differing = []
    for number in numbers():
        words = written(number, variant)
        ours = number_of(words, language)
        if ours != Fraction(number):
            differing.append(f"{words}: {number}, ours {ours}")
    assert not differing, "\n".join([f"{len(differing)} differ", *differing[:50]])


@pytest.mark.parametrize("variant", VARIANTS)
def test_text2num_reads_the_same(variant: str) -> None:
    from claimcheck.text.numerals import number_of

    language = variant[:2]
    differing = []
    for number in numbers()[::7]:
        words = written(number, variant)
        theirs, ours = text2num(words, language), number_of(words, language)
        if not number == theirs == ours:
            differing.append(f"{words}: text2num {theirs}, ours {ours}")
    assert not differing, "\n".join(differing[:50])
