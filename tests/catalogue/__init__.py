"""The catalogues of languages: what they must hold, gathered from the code, and their files.

`python -m tests.catalogue` writes `claimcheck/locale` anew: the template with every message there is, and for
each language the `.po`, in which what is new stands untranslated, with the `.mo` that is made of it.

Messages come from `tell` and `tell_of`; from tables of languages (`{"en": …, "fr": …}`), whose French is kept
beside the English and copied into the catalogue from there; from the pages of rules, a paragraph each; and
from packs and the general vocabulary.
"""
