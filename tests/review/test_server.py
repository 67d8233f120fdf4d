"""What the server answers: whom it lets in, what it shows, what it writes and what it refuses."""

import html
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.review import CLAIMS, VOCABULARY, Answer, Server, serving, written

FILE = "a.claims.yaml"


def hidden(page: str) -> dict[str, str]:
    """The hidden fields of the last form of a page."""
    form = page.rpartition("<form")[2]
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', form)
    return {name: html.unescape(value) for name, value in found}


def accepting(server: Server) -> dict[str, str]:
    """The hidden fields of the form that accepts the only conflict."""
    return hidden(server.get("/document", file=FILE).text)


def alert(answer: Answer) -> str:
    """What a page says was not saved."""
    found = re.search(r'<div class="refusal" role="alert">(.*?)</div>', answer.text, re.DOTALL)
    assert found is not None
    return " ".join(html.unescape(re.sub("<[^>]+>", " ", found[1])).split())


# ---- who is let in


def test_only_the_browser_that_has_the_token_sees_anything(server: Server) -> None:
    for path in ("/", f"/document?file={FILE}", "/events", f"/claim?file={FILE}&id=budget"):
        answer = server.ask(path)
        assert (answer.status, "Valmont" in answer.text) == (403, False)
    assert server.ask("/", cookie=server.cookie[:-1]).status == 403
    assert server.ask("/?token=x").status == 403
    first = server.ask(f"/?token={server.token}")
    assert first.status == 303
    assert "HttpOnly; SameSite=Strict" in first.headers["set-cookie"]
    assert first.headers["location"] == "/"


def test_another_name_for_this_machine_is_refused(server: Server) -> None:
    assert server.ask("/", cookie=server.cookie, host="evil.example").status == 403
    port = server.host.rpartition(":")[2]
    assert server.ask("/", cookie=server.cookie, host=f"localhost:{port}").status == 303


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "http://evil.example"},
        {"origin": "http://127.0.0.1:1"},
        {"origin": "null"},
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
    ],
)
def test_forms_of_other_pages_are_refused(
    server: Server, claims: Path, headers: dict[str, str]
) -> None:
    fields = accepting(server)
    body = "&".join(f"{key}={value}" for key, value in fields.items()) + "&reason=x"
    answer = server.ask("/accept", "POST", body, cookie=server.cookie, **headers)
    assert answer.status == 403
    assert claims.read_text("utf-8") == CLAIMS


def test_a_form_without_the_token_of_its_page_is_refused(server: Server, claims: Path) -> None:
    fields = {**accepting(server), "token": "other", "reason": "x"}
    assert server.send("/accept", **fields).status == 403
    assert claims.read_text("utf-8") == CLAIMS


def test_no_other_page_may_show_or_keep_these(server: Server) -> None:
    answer = server.get("/document", file=FILE)
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"
    assert "default-src &#39;none&#39;" in answer.text


@pytest.mark.parametrize(
    "file", ["../../etc/passwd", "/etc/passwd", "vocabulary.yaml", "a.md", "", "\0"]
)
def test_only_what_is_checked_can_be_seen(server: Server, file: str) -> None:
    assert server.get("/document", file=file).status == 404
    assert server.get("/claim", file=file, id="budget").status == 404
    assert server.get("/encode", file=file, exact="x").status == 404


# ---- deciding


def test_a_finding_is_accepted_with_its_reason_and_comes_back_when_that_is_undone(
    server: Server, claims: Path
) -> None:
    fields = accepting(server)
    answer = server.send(
        "/accept", **fields, reason="deux : voir le texte", until="2999-12-31", by="MD"
    )
    assert answer.status == 303
    assert claims.read_text("utf-8") == CLAIMS.replace(
        "d’euros en 2025\n",
        "d’euros en 2025\n"
        "    ignore:\n"
        "      - rule: values/conflict\n"
        "        with: [autre]\n"
        '        reason: "deux : voir le texte"\n'
        "        by: MD\n"
        "        until: 2999-12-31\n",
    )
    page = server.get("/document", file=FILE).text
    assert "Accepté\u00a0: deux : voir le texte" in page
    assert "/accept" not in page
    fields = {"token": fields["token"], "back": f"/document?file={FILE}"}
    assert server.send("/undo", **fields).status == 303
    assert claims.read_text("utf-8") == CLAIMS
    assert "/accept" in server.get("/document", file=FILE).text


def test_an_acceptance_needs_a_reason_and_a_day_to_come(server: Server, claims: Path) -> None:
    fields = accepting(server)
    assert "donnez la raison" in alert(server.send("/accept", **fields, reason=" "))
    for day in ("2020-01-01", "soon", "31.12.2999"):
        answer = server.send("/accept", **fields, reason="x", until=day)
        assert answer.status == 422
        assert day in alert(answer)
    assert claims.read_text("utf-8") == CLAIMS


def test_what_is_qualified_and_corrected_changes_those_lines(server: Server, claims: Path) -> None:
    page = server.get("/claim", file=FILE, id="autre").text
    answer = server.send(
        "/claim", **hidden(page), do="save", value="up to 15 million EUR", when="2026",
        certainty="probable", attribution="la mairie",
    )  # fmt: skip
    assert answer.status == 303
    changed = CLAIMS.replace("value: 15 million EUR   #", "value: up to 15 million EUR   #")
    first, second = changed.rsplit("    when: 2025\n", 1)
    assert claims.read_text("utf-8") == (
        f"{first}    when: 2026\n    certainty: probable\n    attribution: la mairie\n{second}"
    )


def test_what_cannot_be_read_is_told_and_not_written(server: Server, claims: Path) -> None:
    fields = hidden(server.get("/claim", file=FILE, id="autre").text)
    answer = server.send("/claim", **fields, do="save", value="15 million", when="2025")
    assert answer.status == 422
    assert "devise" in alert(answer)
    assert 'value="15 million"' in answer.text, "what was typed is still there"
    answer = server.send("/claim", **fields, do="save", value="15 million EUR", when="demain")
    assert "demain" in alert(answer)
    assert claims.read_text("utf-8") == CLAIMS


def test_a_look_writes_nothing(server: Server, claims: Path) -> None:
    fields = hidden(server.get("/claim", file=FILE, id="autre").text)
    answer = server.send(
        "/claim", **fields, do="look", value="environ 20 millions d’euros", when=""
    )
    assert answer.status == 200
    assert "18 à 22 millions d’euros" in html.unescape(answer.text)
    assert claims.read_text("utf-8") == CLAIMS


def effect(answer: Answer) -> str:
    """What a form says of the findings there would be."""
    found = re.findall(r'<(?:p|ul) class="effect">(.*?)</(?:p|ul)>', answer.text, re.DOTALL)
    return " ".join(html.unescape(re.sub("<[^>]+>", " ", " ".join(found))).split())


def test_a_form_tells_what_would_be_found_before_anything_is_written(
    server: Server, claims: Path
) -> None:
    fields = hidden(server.get("/claim", file=FILE, id="autre").text)
    told = effect(server.send("/claim", **fields, do="look", value="15 million EUR", when="2026"))
    assert told.startswith("Alors ceci ne serait plus signalé : Erreur dépenses de Valmont")
    told = effect(server.send("/claim", **fields, do="look", value="16 million EUR", when="2025"))
    assert told.startswith("Alors ceci serait signalé : Erreur autre"), "the quote says 15"
    told = effect(server.send("/claim", **fields, do="look", value="15 million EUR", when="2025"))
    assert told == ""
    told = effect(
        server.send(
            "/claim", **fields, do="look", value="15 million EUR", when="2025", note="vu avec MD"
        )
    )
    assert told == "Rien d’autre ne serait signalé qu’aujourd’hui."
    assert claims.read_text("utf-8") == CLAIMS


def test_a_file_that_changed_meanwhile_is_left_alone(server: Server, claims: Path) -> None:
    fields = accepting(server)
    claims.write_text(CLAIMS + "# mine\n", "utf-8")
    answer = server.send("/accept", **fields, reason="x")
    assert answer.status == 409
    assert "changed meanwhile" in alert(answer)
    assert claims.read_text("utf-8") == CLAIMS + "# mine\n"


def test_nothing_is_undone_in_a_file_that_somebody_changed(server: Server, claims: Path) -> None:
    fields = accepting(server)
    assert server.send("/accept", **fields, reason="x").status == 303
    claims.write_text("claims: []\n", "utf-8")
    assert server.send("/undo", token=fields["token"], back="/").status == 409
    assert claims.read_text("utf-8") == "claims: []\n"


def test_after_an_undo_one_is_sent_nowhere_else(server: Server) -> None:
    token = accepting(server)["token"]
    for back in ("https://evil.example", "//evil.example", "/\\evil.example", ""):
        answer = server.send("/undo", token=token, back=back)
        assert (answer.status, answer.headers["location"]) == (303, "/")


# ---- encoding


def uncovered(server: Server) -> list[str]:
    """The addresses that encode what no claim covers, in the order of the article."""
    page = html.unescape(server.get("/document", file=FILE).text)
    return re.findall(r'href="(/encode\?[^"]+)"', page)


def test_an_uncovered_passage_is_filled_in_as_far_as_it_was_read(server: Server) -> None:
    debt, school = (server.get(address).text for address in uncovered(server))
    assert hidden(debt)["quote-exact"].startswith("La dette serait d’environ 4 millions d’euros")
    values = dict(re.findall(r'<input id="([a-z]+)" name="[a-z]+" value="([^"]*)"', debt))
    assert html.unescape(values["value"]) == "about 4 million EUR"
    assert html.unescape(values["attribution"]).replace("'", "’") == "l’opposition"
    assert '<option value="possible" selected>' in debt
    assert 'value="2027"' in school


def test_a_passage_is_encoded_behind_the_claim_that_the_article_has_before_it(
    server: Server, claims: Path
) -> None:
    quote = "ce budget est de 15 millions d’euros"
    fields = hidden(server.get("/encode", file=FILE, exact=quote).text)
    assert fields["quote-exact"] == quote
    typed = {
        "subject": "la ville", "attribute": "revenue", "value": "15 millions d’euros", "when": "2025",
        "certainty": "possible", "id": "recettes", "note": "à vérifier", "do": "look",
    }  # fmt: skip
    looked = server.send("/encode", **{**fields, **typed})
    assert "14,5 à 15,5 millions d’euros" in html.unescape(looked.text).replace("\u00a0", " ")
    assert claims.read_text("utf-8") == CLAIMS
    assert server.send("/encode", **{**fields, **typed, "do": "save"}).status == 303
    assert claims.read_text("utf-8") == CLAIMS + (
        "\n"
        "  - id: recettes\n"
        "    subject: la ville\n"
        "    attribute: revenue\n"
        '    value: "15 millions d’euros"\n'
        "    when: 2025\n"
        "    certainty: possible\n"
        "    quote: >-\n"
        "      ce budget est de 15 millions d’euros\n"
        "    note: à vérifier\n"
    )


def test_a_new_name_joins_the_vocabulary_if_the_editor_says_so(
    server: Server, claims: Path
) -> None:
    fields = hidden(server.get(uncovered(server)[1]).text)
    typed = {
        "subject": "École Jean-Moulin", "attribute": "founded", "value": "2027", "id": "ecole", "do": "save",
    }  # fmt: skip
    refused = server.send("/encode", **{**fields, **typed})
    assert refused.status == 422
    assert "École Jean-Moulin" in alert(refused)
    assert 'name="add" value="École Jean-Moulin"' in refused.text
    assert server.send("/encode", **{**fields, **typed, "add": "École Jean-Moulin"}).status == 303
    assert (claims.parent / "vocabulary.yaml").read_text("utf-8") == VOCABULARY + (
        "  ecole-jean-moulin: {name: École Jean-Moulin}\n"
    )
    assert "subject: École Jean-Moulin" in claims.read_text("utf-8")
    assert server.send("/undo", token=fields["token"], back="/").status == 303
    assert claims.read_text("utf-8") == CLAIMS
    assert (claims.parent / "vocabulary.yaml").read_text("utf-8") == VOCABULARY


def test_a_passage_that_stands_nowhere_or_twice_is_not_encoded(server: Server) -> None:
    assert "does not stand" in alert(server.get("/encode", file=FILE, exact="le tramway"))
    assert "several times" in alert(server.get("/encode", file=FILE, exact="millions d’euros"))
    told = server.get(
        "/encode", file=FILE, exact="millions d’euros", prefix="environ 4 ", suffix=", selon"
    )
    assert hidden(told.text)["quote-prefix"] == "environ 4"
    assert "nothing is selected" in alert(server.get("/encode", file=FILE, exact=" "))


def test_a_claim_that_lacks_something_is_not_saved(server: Server, claims: Path) -> None:
    fields = hidden(server.get(uncovered(server)[0]).text)
    answer = server.send("/encode", **fields, do="save", value="4 million EUR", id="dette")
    assert answer.status == 422
    assert "à remplir : de qui ou de quoi il s’agit, ce qui en est dit" in alert(answer)
    taken = {"subject": "Valmont", "attribute": "debt", "value": "4 million EUR", "when": "2026"}
    answer = server.send("/encode", **fields, **taken, do="save", id="budget")
    assert "budget" in alert(answer)
    assert claims.read_text("utf-8") == CLAIMS


# ---- keeping up


def test_what_happens_on_the_disk_is_on_the_page(server: Server, claims: Path) -> None:
    assert "/accept" in server.get("/document", file=FILE).text
    claims.write_text(CLAIMS.partition("\n  - id: autre")[0], "utf-8")
    for _ in range(200):
        if "/accept" not in server.get("/document", file=FILE).text:
            break
        time.sleep(0.05)
    else:
        pytest.fail("the page does not follow the file")


def test_a_broken_configuration_is_told_and_the_last_report_stays(
    server: Server, claims: Path
) -> None:
    (claims.parent / "claimcheck.toml").write_text("paths = 3\n", "utf-8")
    for _ in range(200):
        page = server.get("/document", file=FILE).text
        if "ne peuvent être vérifiés" in page:
            break
        time.sleep(0.05)
    assert "claimcheck.toml:1:1" in page
    assert "/accept" in page


def test_several_articles_have_a_table_and_a_page_each(tmp_path: Path) -> None:
    written(tmp_path / "one", CLAIMS.replace("text: a.md", "title: Un, text: a.md"))
    written(tmp_path / "two", CLAIMS.replace("text: a.md", "title: Deux & <b>, text: a.md"))
    with serving(tmp_path, "--language", "en") as server:
        table = server.get("/").text
        assert "Deux &amp; &lt;b&gt;" in table
        addresses = re.findall(r'<a href="(/document[^"]+)">', table)
        pages = [server.get(html.unescape(found)).text for found in addresses]
        assert [page.count("/accept") for page in pages] == [1, 1]
        assert server.get("/document", file="one/a.claims.yaml").text == pages[0]


def test_a_port_that_is_taken_is_an_error(server: Server, claims: Path) -> None:
    port = server.host.rpartition(":")[2]
    done = subprocess.run(
        [sys.executable, "-m", "claimcheck", "review", "--no-open", "--port", port],
        cwd=claims.parent, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    assert f"port {port}" in done.stderr
