"""The knowledge base: well formed, without dangling ids, and complete against the vendors' own lists."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from tests.support.fault_diagnoses import DIAGNOSES
from tests.support.knowledge import FOLDER, known

from textfactor import bootstrap
from textfactor.domain.diagnosis import Severity
from textfactor.practice.fault_catalogue import CATALOGUE
from textfactor.services.diagnosis.knowledge import Article, Entry, load_knowledge
from textfactor.words.vonage_status import STATUSES

PLACES = {
    "",
    "setup",
    "setup.rotate",
    "setup.turn_on",
    "test",
    "messages",
    "vonage",
    "tenant",
    "practice",
    "settings",
}
TABLES = {
    "vonage_send",
    "vonage_receipt",
    "vonage_messages",
    "vonage_http",
    "auth0_log_types",
    "auth0_guardian",
    "auth0_api",
    "auth0_action",
    "hooks",
    "network",
    "keyring",
    "countries",
    "senders",
    "symptoms",
}
BLANKS = {"status", "code"}
"""What the rules fill in; any other blank would stay open."""

ARTICLES = list(known().articles.values())
ENTRIES = [entry for table in known().tables.values() for entry in table.values()]
each_article = pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)


@pytest.fixture(scope="session")
def facts(specs: Path) -> Path:
    """The notes on the vendors' services, which lie beside the descriptions of their APIs."""
    folder = specs.parent / "facts"
    if not folder.is_dir():
        pytest.skip("the notes on the vendors' services are not on this machine")
    return folder


# ---------------------------------------------------------------- well formed


@each_article
def test_an_article_says_all_that_a_person_needs(article: Article) -> None:
    assert re.fullmatch(r"[a-z0-9]+(\.[a-z0-9_]+)+", article.id)
    assert article.opens in PLACES
    assert article.meaning.endswith(".")
    assert article.fix
    assert all(step.endswith((".", ":", "?", "')")) or "https://" in step for step in article.fix)
    assert article.causes or article.severity is Severity.FINE or article.id == "other.not_sms"
    assert 5 <= len(article.title) <= 80
    assert "\n" not in article.title
    assert article.title[-1] not in ".:!"


@each_article
def test_an_article_says_where_it_is_from(article: Article) -> None:
    assert article.sources
    assert article.links
    assert all(re.fullmatch(r"https://[a-z0-9.]+/[!-~]*", link) for link in article.links)
    assert len(set(article.links)) == len(article.links)
    assert date.fromisoformat(article.dated).year >= 2026


def texts(article: Article) -> list[str]:
    return [article.title, article.meaning, *article.causes, *article.fix]


def test_texts_are_plain() -> None:
    """English is ASCII, without markup, and blanks are such as the rules fill in."""
    said = [text for article in ARTICLES for text in texts(article)]
    said += [text for entry in ENTRIES for text in (entry.name, entry.meaning)]
    assert [text for text in said if not text.isascii() or text != text.strip() or "  " in text] == []
    assert [text for text in said if re.search(r"<[a-z/]|&[a-z]+;", text)] == []
    assert {blank for text in said for blank in re.findall(r"\{(\w+)\}", text)} <= BLANKS


def test_an_article_does_not_repeat_itself() -> None:
    assert [article.id for article in ARTICLES if len(set(texts(article))) != len(texts(article))] == []


def test_a_meaning_says_more_than_its_title() -> None:
    def words(said: str) -> set[str]:
        return set(re.findall(r"[\w']+", said.lower()))

    told = [one.id for one in ARTICLES if len(words(one.meaning) - words(one.title)) < 4]
    assert told == []


def test_titles_tell_causes_apart() -> None:
    titles = [article.title for article in ARTICLES]
    assert sorted(title for title in set(titles) if titles.count(title) > 1) == []


def test_the_files_are_readable_by_people() -> None:
    for file in FOLDER.glob("*.json"):
        said = file.read_text(encoding="utf-8")
        assert said == json.dumps(json.loads(said), indent=2, ensure_ascii=False) + "\n", file.name


# ---------------------------------------------------------------- nothing dangles


def test_the_tables_are_those_of_the_contract() -> None:
    assert set(known().tables) == TABLES
    assert all(entry.table == table for table, rows in known().tables.items() for entry in rows.values())


def test_every_entry_points_at_articles() -> None:
    dangling = {cause for entry in ENTRIES for cause in entry.causes} - set(known().articles)
    assert dangling == set()


def test_what_matters_has_a_cause() -> None:
    assert [(entry.table, entry.code) for entry in ENTRIES if entry.matters and not entry.causes] == []


def test_every_fault_leads_to_an_article() -> None:
    assert set(DIAGNOSES) == {fault.name for fault in CATALOGUE}
    assert {cause for causes in DIAGNOSES.values() for cause in causes} - set(known().articles) == set()


def test_a_symptom_is_told_in_words_of_its_own() -> None:
    symptoms = known().tables["symptoms"].values()
    phrases = [phrase for symptom in symptoms for phrase in symptom.phrases]
    assert all(symptom.phrases and symptom.causes for symptom in symptoms)
    assert [phrase for phrase in phrases if phrase != phrase.lower().strip()] == []
    assert sorted({phrase for phrase in phrases if phrases.count(phrase) > 1}) == []
    assert all(not entry.phrases for entry in ENTRIES if entry.table != "symptoms")


@pytest.mark.parametrize(
    "symptom",
    [
        "no_code",
        "some_countries",
        "some_users",
        "late",
        "two_codes",
        "question_marks",
        "until_18_november",
        "code_refused",
        "no_prompt",
        "sender_wrong",
    ],
)
def test_the_symptoms_that_people_tell_are_there(symptom: str) -> None:
    assert known().entry("symptoms", symptom) is not None


# ---------------------------------------------------------------- complete

_CLIENT = {
    "dns": "gaierror",
    "refused": "ECONNREFUSED",
    "tls": "SSLCertVerificationError",
    "timeout-read": "ReadTimeout",
    "remote-disconnected": "RemoteDisconnected",
    "not-json": "JSONDecodeError",
    "no-error-text": "KeyError",
    "partial": "PartialFailureError",
    "http-401": "AuthenticationError",
    "http-429": "RateLimitedError",
    "http-5xx": "ServerError",
}
"""What the list of Vonage's codes calls errors on this side, and their names in Python and Node."""

_TABLE_OF = {
    "sms-send": "vonage_send",
    "sms-dlr-status": "vonage_receipt",
    "sms-dlr-err": "vonage_receipt",
    "messages": "vonage_messages",
}


def place(row: dict[str, str]) -> tuple[str, str]:
    """Say in which table a row of the list of Vonage's codes belongs, and under which code."""
    api, code = row["api"], row["code"]
    if api == "client":
        return "network", _CLIENT[code]
    if api in _TABLE_OF:
        return _TABLE_OF[api], code
    own = f"{api}.{code}"
    return "vonage_http", own if known().entry("vonage_http", own) else code


def test_every_code_of_vonage_is_known(facts: Path) -> None:
    rows = json.loads((facts / "vonage_codes.json").read_text(encoding="utf-8"))
    assert len(rows) > 150
    assert [place(row) for row in rows if known().entry(*place(row)) is None] == []


def test_a_refusal_of_vonage_has_a_cause(facts: Path) -> None:
    rows = json.loads((facts / "vonage_codes.json").read_text(encoding="utf-8"))
    fine = {"0", "200", "202", "delivered"}
    found = [known().entry(*place(row)) for row in rows if row["code"] not in fine]
    assert [entry for entry in found if entry is None or entry.cause is None] == []


def test_every_log_type_is_known(facts: Path, specs: Path) -> None:
    notes = (facts / "auth0.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z_0-9]+)` \| ([ABCD]) \|", notes, re.MULTILINE)
    schema = json.loads((specs / "auth0-log-schema.json").read_text(encoding="utf-8"))
    types = known().tables["auth0_log_types"]
    assert len(rows) > 150
    assert {code for code, _ in rows} | set(schema["components"]["schemas"]) <= set(types)
    assert {code for code, weight in rows if weight == "A" and not types[code].matters} == set()


def test_every_class_of_an_actions_error_is_known(specs: Path) -> None:
    schema = json.loads((specs / "auth0-log-schema.json").read_text(encoding="utf-8"))
    written = json.dumps(schema["components"]["schemas"]["actions_execution_failed"])
    classes = {
        name
        for name in ("platform_error", "action_timeout", "action_error", "rate_limited")
        if name in written
    }
    assert len(classes) == 4
    assert classes <= set(known().tables["auth0_action"])


def test_every_guardian_code_of_the_notes_is_known(facts: Path) -> None:
    notes = (facts / "auth0.md").read_text(encoding="utf-8")
    part = notes[notes.index("### 2.3 Guardian error codes") : notes.index("## 3. Tokens")]
    codes = {
        code
        for line in part.splitlines()
        if line.startswith("| `")
        for code in re.findall(r"`([a-z_]+)`", line)
    }
    assert len(codes) > 15
    assert codes <= set(known().tables["auth0_guardian"])


def test_every_error_code_of_auth0_in_the_notes_is_known(facts: Path) -> None:
    notes = (facts / "auth0.md").read_text(encoding="utf-8") + (facts / "wire.md").read_text(encoding="utf-8")
    codes = set(re.findall(r'"errorCode": ?"([a-z_]+)"', notes))
    tables = known().tables
    assert len(codes) >= 3
    assert codes <= set(tables["auth0_api"]) | set(tables["auth0_guardian"])


def test_every_error_that_the_practice_tenant_answers_is_known(root: Path) -> None:
    folder = root / "gui" / "textfactor" / "practice" / "auth0"
    said = "\n".join(file.read_text(encoding="utf-8") for file in folder.glob("*.py"))
    codes = set(re.findall(r'"((?:inexistent|insufficient|invalid|too_many)_[a-z_]+)"', said))
    tables = known().tables
    known_codes = set(tables["auth0_api"]) | set(tables["auth0_guardian"])
    assert len(codes) >= 5
    assert codes - known_codes == set()


def test_words_and_knowledge_know_the_same_statuses() -> None:
    assert set(known().tables["vonage_send"]) == set(STATUSES)


def test_an_undocumented_code_has_an_article_with_a_blank_for_it() -> None:
    assert "{status}" in known().article("vonage.status.other").meaning
    assert "{code}" in known().article("vonage.receipt.other").meaning


# ---------------------------------------------------------------- loading

_ARTICLE = {
    "id": "a.b",
    "severity": "notice",
    "title": "t",
    "meaning": "m",
    "causes": [],
    "fix": [],
    "links": [],
    "opens": "",
    "sources": [],
    "dated": "2026-11-24",
}


def file(**parts: object) -> bytes:
    return json.dumps(parts).encode()


def test_a_code_is_looked_up() -> None:
    assert known().entry("vonage_send", "4") == Entry(
        "vonage_send",
        "4",
        "invalid credentials",
        "Vonage does not accept this pair of key and secret.",
        ("vonage.status.4",),
        matters=True,
    )
    success = known().entry("vonage_send", "0")
    assert success is not None
    assert success.cause is None
    assert known().entry("vonage_send", "77") is None


def test_an_unknown_cause_or_table_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        known().article("no.such")
    with pytest.raises(KeyError):
        known().entry("no_such_table", "1")


def test_an_id_given_twice_is_refused() -> None:
    with pytest.raises(ValueError, match=r"given twice: a\.b"):
        load_knowledge({"a.json": file(articles=[_ARTICLE]), "b.json": file(articles=[_ARTICLE])})


def test_a_code_given_twice_is_refused() -> None:
    row = {"code": "1", "name": "n", "meaning": "m"}
    table = {"table": "t", "sources": [], "dated": "2026-11-24", "entries": [row, row]}
    with pytest.raises(ValueError, match="given twice: 1"):
        load_knowledge({"a.json": file(tables=[table])})


@pytest.mark.parametrize(
    "broken", [b"", b"[]", file(articles=[{"id": "a.b"}]), file(articles=[_ARTICLE | {"severity": "bad"}])]
)
def test_a_file_that_is_not_as_it_should_be_is_refused(broken: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - msgspec's words are its own
        load_knowledge({"a.json": broken})


def test_the_program_is_handed_it_once(tmp_path: Path) -> None:
    knowledge = bootstrap.services(bootstrap.Paths(tmp_path)).knowledge
    assert knowledge() == known()
    assert knowledge() is knowledge()


@pytest.mark.parametrize(
    ("said", "symptom"),
    [
        ("the code never came", "no_code"),
        ("It worked until 18 November, now nothing", "until_18_november"),
        ("codes fail in some countries", "some_countries"),
        ("bei manchen Benutzern kommt nichts", "some_users"),
        ("the SMS arrives late", "late"),
        ("Each login sends two codes", "two_codes"),
        ("the text is full of ???", "question_marks"),
        ("falscher Code, sagt die Seite", "code_refused"),
        ("users are not asked for anything", "no_prompt"),
        ("it comes from an unknown sender", "sender_wrong"),
        ("stopped after we rotated the secret", "after_rotation"),
    ],
)
def test_people_are_understood(said: str, symptom: str) -> None:
    entry = known().entry("symptoms", symptom)
    assert entry is not None
    assert any(phrase in said.lower() for phrase in entry.phrases)


@pytest.mark.parametrize(
    "said", ["my phone number is right", "we execute the code template", "the rate-limit loops"]
)
def test_a_phrase_is_no_part_of_another_word(said: str) -> None:
    symptoms = known().tables["symptoms"].values()
    assert [phrase for symptom in symptoms for phrase in symptom.phrases if phrase in said] == []
