"""What baselines know a finding by: the rule, the document and what it is about, and the values involved."""

from collections import Counter

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.properties import few
from tests.properties.newsroom import News, findings, newsrooms
from tests.properties.verdicts import identities, ids


@few
@given(newsrooms())
def test_no_two_findings_have_one_identity(news: News) -> None:
    fingerprints = Counter(finding.fingerprint for finding in findings(news))
    assert set(fingerprints.values()) <= {1}


@few
@given(newsrooms(), st.data())
def test_saying_it_again_changes_no_fingerprint(news: News, data: st.DataObject) -> None:
    """A finding keeps its identity when one more claim agrees with one that it is about."""
    again = {**data.draw(st.sampled_from(news.claims)), "id": "again"}
    longer = news._replace(claims=(*news.claims, again))
    before = {f.fingerprint for f in findings(news)}
    assert before <= {f.fingerprint for f in findings(longer)}


@few
@given(newsrooms(), st.data())
def test_mending_one_finding_leaves_the_others_as_they_are(news: News, data: st.DataObject) -> None:
    before = findings(news)
    assume(before)
    mended = ids(data.draw(st.sampled_from(before)))
    claims = tuple(claim for claim in news.claims if claim["id"] not in mended)
    references = tuple(claim for claim in news.references if claim["id"] not in mended)
    after = identities(findings(News(claims, references, news.published)))
    others = [finding for finding in before if not ids(finding) & mended]
    assert identities(others) <= after
