"""A pack of a newsroom, and claims that break its rules."""

OWN = """\
pack: desk
attributes:
  readers: {type: count, period: instant, at-least: 0, doc: who reads}
  payers: {type: count, period: instant, at-least: 0, doc: who pays}
rules:
  more-payers-than-readers:
    doc: |
      More people pay than read.
      Check whether both are of one day and of one title.
    level: warning
    source: our own style book
    relation: payers(?title) <= readers(?title)
    bad:
      - |
        claims:
          - {id: all, subject: Star, attribute: readers, value: 5_312}
          - id: some
            subject: Star
            attribute: payers
            value: 6_214  # finds: desk/more-payers-than-readers
    good:
      - |
        claims:
          - {id: all, subject: Star, attribute: readers, value: 6_214}
          - {id: some, subject: Star, attribute: payers, value: 5_312}
      - |
        claims:
          - {id: all, subject: Star, attribute: readers, value: 5_312}
          - {id: some, subject: Moon, attribute: payers, value: 6_214}
  long-quote:
    doc: |
      A quote is longer than the desk allows.
      Cut it, or tell it in your own words.
    level: note
    options: {limit: 3}
    message:
      en: "the quote has {words(claim.quote)} words, {limit} is the limit"
      fr: "la citation compte {words(claim.quote)} mots, la limite est de {limit}"
    match:
      claim: claim
    forbid: words(claim.quote) > limit
    bad:
      - |
        claims:
          - id: a
            subject: Star
            attribute: readers
            value: 5
            quote: one two three four  # finds: desk/long-quote
    good:
      - |
        claims:
          - {id: a, subject: Star, attribute: readers, value: 5, quote: one two three}
"""

CLAIMS = """\
claims:
  - {id: all, subject: star, attribute: readers, value: 5_312, quote: five thousand three hundred}
  - {id: some, subject: star, attribute: payers, value: 6_214}
"""
