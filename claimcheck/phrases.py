"""French for the phrases that loaders and comparisons give as data: what was expected, what to write.

A phrase is a whole datum, or one of several joined by " or ". `{}` stands for what varies.
"""

import re
from functools import cache

FRENCH = {
    # comparisons not made
    "another scenario": "un autre scénario",
    "another time": "un autre moment",
    "one has no period": "l’une n’a pas de période",
    "texts are not compared": "les textes ne se comparent pas",
    "units of different dimensions": "des unités de dimensions différentes",
    "no exchange rate for the time": "pas de taux de change pour ce moment",
    "more pairs in one slot than are compared": "plus de paires qu’on n’en compare",
    "none of its slots has a claim": "aucune de ses grandeurs n’a d’affirmation",
    "none of its parts has a claim": "aucune de ses parts n’a d’affirmation",
    "a value that could not be read": "une valeur illisible",
    "what is denied adds up to nothing": "ce qui est démenti ne s’additionne pas",
    "a cycle of relations is not decided": "un cycle de relations n’est pas tranché",
    "more minimal sets of claims than are listed": "plus d’ensembles minimaux qu’on n’en liste",
    "more ends than are tested": "plus de bornes qu’on n’en essaie",
    "no number of its kind was read in the quote": "aucun nombre de ce genre n’est lu dans la citation",
    "an article in a language without a lexicon": "un article dans une langue sans lexique",
    "an article that could not be read": "un article illisible",
    # values
    "a currency such as USD": "une devise telle que USD",
    "a bare number, since it is a count": "un nombre sans unité, puisqu’on compte",
    "a bare number or %": "un nombre sans unité ou un %",
    "percentage point": "point de pourcentage",
    "no unit": "sans unité",
    "true or false": "true ou false",
    "the lower end first": "la borne inférieure d’abord",
    "a number of a sensible size": "un nombre de taille raisonnable",
    "a whole number": "un nombre entier",
    "exact or one amount": "`exact` ou un seul montant",
    "a number such as 41 or 41.5e9": "un nombre tel que 41 ou 41.5e9",
    "a number": "un nombre",
    "a name": "un nom",
    "a comma": "une virgule",
    "a unit (MWh, EUR)": "une unité (MWh, EUR)",
    "a unit (%)": "une unité (%)",
    "a date such as 2026-01-30": "une date telle que 2026-01-30",
    "a comparison (== <= >= < >)": "une comparaison (== <= >= < >)",
    "the end": "la fin",
    "something else": "autre chose",
    "a shorter value": "une valeur plus courte",
    # expressions
    "a shorter expression": "une expression plus courte",
    "a known unit, such as {}": "une unité connue, telle que {}",
    "a known unit": "une unité connue",
    "only slots or expressions inside {}": "seulement des grandeurs ou des expressions dans {}",
    "something inside {}": "quelque chose dans {}",
    "no `value`": "pas de `value`",
    "a `value`, or a comparison": "une `value`, ou une comparaison",
    "an amount or a slot such as revenue(NAME)": "un montant ou une grandeur telle que revenue(NOM)",
    "an attribute with numbers; {} has none": "un attribut chiffré ; {} ne l’est pas",
    "something like the first of {}": "quelque chose de même nature que le premier terme de {}",
    "an amount: dates are subtracted, never multiplied": (
        "un montant : les dates se soustraient, elles ne se multiplient pas"
    ),
    "a length of time, or a date to subtract": "une durée, ou une date à soustraire",
    "something that can be added to {}, not {}": "quelque chose qui s’ajoute à {}, et non à {}",
    "something that can be compared with {}, not {}": "quelque chose qui se compare à {}, et non à {}",
    "something other than zero to divide by": "un diviseur autre que zéro",
    "a pure number": "un nombre pur",
    "money": "de l’argent",
    "a date": "une date",
    "a length of time": "une durée",
    "percentage points": "des points de pourcentage",
    "an amount in {}": "un montant en {}",
    "a name: variables stand only in rules": "un nom : les variables sont pour les règles",
    "a date: variables stand only in rules": "une date : les variables sont pour les règles",
    # vocabulary
    "letters, digits and _ (as in market_share)": "des lettres, des chiffres et _ (market_share)",
    "more than at-least": "plus que at-least",
    "a type with numbers": "un type chiffré",
    # dates
    "expected {}": "il faut {}",
    "a single day such as 2026-01-30": "un seul jour, tel que 2026-01-30",
    "a year of four digits": "une année à quatre chiffres",
    "a month 01-12, a season 21-24 or Q1-Q4": "un mois 01-12, une saison 21-24 ou Q1-Q4",
    "a day {}": "un jour {}",
    "{} {} has {} days": "{} {} a {} jours",
    "{}: write {}": "{} : écrivez {}",
    "year, month and day come in this order": "l’année, le mois et le jour viennent dans cet ordre",
    "a date has hyphens, and two digits for month and day": (
        "une date s’écrit avec des traits d’union, mois et jour à deux chiffres"
    ),
    "an interval has a slash": "un intervalle s’écrit avec une barre oblique",
    "the part of a year comes after it": "la partie de l’année vient après elle",
    "the month comes after the year": "le mois vient après l’année",
    "a mark comes last": "une marque vient en dernier",
    "a quarter is written with a hyphen and Q": "un trimestre s’écrit avec un trait d’union et Q",
    "the end of the date; a mark ? ~ or % comes last and holds for all of it": (
        "la fin de la date ; une marque ? ~ ou % vient en dernier et vaut pour le tout"
    ),
    "no month after a year with X or Y": "pas de mois après une année avec X ou Y",
    "Y and a year of five to nine digits": "Y et une année de cinq à neuf chiffres",
    "0000 for the year before 0001": "0000 pour l’année qui précède 0001",
    "a year of four digits, X only for the last of them": (
        "une année à quatre chiffres, X seulement pour les derniers"
    ),
    "a year of four digits, or Y{} for the year {}": (
        "une année à quatre chiffres, ou Y{} pour l’année {}"
    ),
    "no day after a season, quarter or half": "pas de jour après une saison, un trimestre ou un semestre",
    "XX, since the month is XX": "XX, puisque le mois est XX",
    "a year, month and day, unmarked, before a time": (
        "année, mois et jour, sans marque, avant une heure"
    ),
    "a time such as {}": "une heure telle que {}",
    "one slash, between the start and the end": "une seule barre oblique, entre le début et la fin",
    "a date on at least one side of the slash": "une date d’un côté au moins de la barre oblique",
    "a date of at most {} characters": "une date d’au plus {} caractères",
    "an end that is not before {}": "une fin qui ne précède pas {}",
    # shapes
    "text that is not empty": "un texte qui n’est pas vide",
    "a list": "une liste",
    "a mapping": "un bloc de clés",
    "nothing": "rien",
    "a Wikidata id such as {}": "un identifiant Wikidata tel que {}",
    "a unit such as MWh": "une unité telle que MWh",
    # rule packs
    "a relation is bound to more names than are looked at": (
        "une relation vaut pour plus de noms qu’on n’en regarde"
    ),
    "a relation with fewer than two claimed terms": (
        "une relation dont moins de deux termes sont affirmés"
    ),
    "a time whose length is not known": "une période dont la durée est inconnue",
    "no value that could be compared": "aucune valeur qui se compare",
    "a value of another kind": "une valeur d’une autre nature",
    "things of different kinds": "des choses de natures différentes",
    "the document has no date": "le document n’a pas de date",
    "the document has no {}": "le document n’a pas de {}",
    "no attribute": "pas d’attribut",
    "no subject": "pas de sujet",
    "a rule matches more sets of claims than it looks at": (
        "une règle trouve plus d’ensembles d’affirmations qu’elle n’en regarde"
    ),
    "a cycle of relations that the solver did not decide within its limit": (
        "un cycle de relations que le solveur n’a pas tranché dans sa limite"
    ),
    # units
    "scale words stand before the unit, in full: {}": (
        "les mots d’échelle précèdent l’unité, en toutes lettres : {}"
    ),
    "write MB for bytes, Mbit for bits": "écrivez MB pour les octets, Mbit pour les bits",
    "it has several sizes: write litres (l) or kilograms (kg)": (
        "elle a plusieurs tailles : écrivez des litres (l) ou des kilogrammes (kg)"
    ),
    "write the number: a dozen is 12": "écrivez le nombre : une douzaine fait 12",
    "write a part of the currency: {}": "écrivez une fraction de la monnaie : {}",
    "write lb for the weight, GBP for the money": "écrivez lb pour le poids, GBP pour la monnaie",
    "write troy_ounce for metals, else avoirdupois_ounce": (
        "écrivez troy_ounce pour les métaux, sinon avoirdupois_ounce"
    ),
    "write degC or degF; a difference is delta_degC": (
        "écrivez degC ou degF ; une différence est delta_degC"
    ),
    "a quarter of a year is written as its date (2025-Q4) or as 3 months": (
        "un trimestre s’écrit comme sa date (2025-Q4) ou comme 3 months"
    ),
    "write t for 1000 kg, short_ton for 907 kg, long_ton for 1016 kg": (
        "écrivez t pour 1000 kg, short_ton pour 907 kg, long_ton pour 1016 kg"
    ),
    "write kcal for the calorie of food, cal for 4.184 J": (
        "écrivez kcal pour la calorie alimentaire, cal pour 4.184 J"
    ),
    "write g for gems (0.2 g each); the fineness of gold is a share": (
        "écrivez g pour les pierres (0.2 g chacune) ; le titre de l’or est une part"
    ),
    "write FLOP for operations, FLOPS for operations per second": (
        "écrivez FLOP pour des opérations, FLOPS pour des opérations par seconde"
    ),
    "write MMBtu for a million Btu": "écrivez MMBtu pour un million de Btu",
    "a unit has at most {} characters": "une unité a au plus {} caractères",
    "write the mass alone (t, g/km); of which gas it is belongs to the attribute": (
        "écrivez la masse seule (t, g/km) ; de quel gaz il s’agit relève de l’attribut"
    ),
    # hints
    "write the ISO 4217 code after the number: {}": "écrivez le code ISO 4217 après le nombre : {}",
    "write the ISO 4217 code: {}": "écrivez le code ISO 4217 : {}",
    "write a decimal point, and no separator between thousands (or `_`)": (
        "écrivez un point décimal, et pas de séparateur de milliers (ou `_`)"
    ),
    "leave the claim out, or write `___` for a gap to fill": (
        "supprimez l’affirmation, ou écrivez `___` pour une lacune à remplir"
    ),
    "write the unit after both numbers: {}": "écrivez l’unité après les deux nombres : {}",
    "write {} %; without a unit, 1 is the whole": "écrivez {} % ; sans unité, 1 est le tout",
    "write {} %, or {} % for {} times the whole": "écrivez {} %, ou {} % pour {} fois le tout",
    "write % for a share; points lie between two shares, as in {}": (
        "écrivez % pour une part ; des points séparent deux parts, comme dans {}"
    ),
    "format findings are not accepted claim by claim: list the rule in `ignore` of claimcheck.toml": (
        "ce que trouve format ne s’accepte pas affirmation par affirmation : mettez la règle dans"
        " `ignore` de claimcheck.toml"
    ),
    "write {}, as in {}": "écrivez {}, comme dans {}",
    "a milliard is a `billion`, as in {}": "un milliard est un `billion`, comme dans {}",
    "`=` is written `==`": "« = » s’écrit `==`",
    "write the time after it: {}": "écrivez le moment à la suite : {}",
    "a name with spaces is quoted: {}": "un nom avec des espaces se met entre guillemets : {}",
    "write amounts as in values: {}": "écrivez les montants comme dans les valeurs : {}",
    "write `{}`": "écrivez `{}`",
    "a count has no unit": "un dénombrement n’a pas d’unité",
}

_MONTHS = dict(
    zip(
        "January February March April May June July August September October November December".split(),
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
        strict=True,
    )
)


# What is the same in both languages: words of the notation, names of types and keys, signs.
_SAME = frozenset(
    """
    up to from under at most over at least about thousand million billion trillion
    money share number count date entity boolean text certain probable possible instant duration
    start end previous short long true false exact
    """.split()
)
# Words that give an English sentence away.
_ENGLISH = re.compile(
    r"\b(?:a|an|the|of|for|is|are|not|no|with|without|and|that|which|such|as|in|on|than|each|one|its)\b"
)


def french(phrase: str) -> str:
    """A phrase in French, if all of it is known; anything else as it is."""
    return _alternatives(tuple(phrase.split(" or "))) or phrase


@cache
def _alternatives(parts: tuple[str, ...]) -> str | None:
    """`a or b or c`: what of it is one phrase is found first, since phrases may hold ` or ` themselves."""
    for size in range(len(parts), 0, -1):
        one = " or ".join(parts[:size])
        first = _french(one) or (one if _is_same(one) else None)
        rest = _alternatives(parts[size:]) if first is not None else None
        if first is not None and (rest is not None or size == len(parts)):
            return first if rest is None else f"{first} ou {rest}"
    return None


def _is_same(part: str) -> bool:
    return all(word in _SAME for word in re.findall(r"[^\W\d]+", part))


def _french(phrase: str) -> str | None:
    if phrase in FRENCH:
        return FRENCH[phrase]
    for pattern, template in _patterns():
        match = pattern.fullmatch(phrase)
        if match:
            parts = [_MONTHS.get(part) or french(part) for part in match.groups()]
            if not any(
                part == group and _ENGLISH.search(_CODE.sub("", part))
                for part, group in zip(parts, match.groups(), strict=True)
            ):
                return template.format(*(part.replace(" or ", " ou ") for part in parts))
    return None


_CODE = re.compile(r"`[^`]*`|\([^()]*\)|\"[^\"]*\"")


@cache
def _patterns() -> list[tuple[re.Pattern[str], str]]:
    """The phrases with something that varies, the most particular first."""
    templates = [(english, text) for english, text in FRENCH.items() if "{}" in english]
    templates.sort(key=lambda pair: -len(pair[0]))
    return [
        (re.compile("(.+?)".join(map(re.escape, english.split("{}")))), text)
        for english, text in templates
    ]
