"""The small parts: times, shapes, masks, Liquid, jobs and runs, work aside, the journal's end."""

import threading

import pytest

from textfactor.practice import ActionJob, ActionRun, job_as_json, run_from_json
from textfactor.practice.aside import Aside
from textfactor.practice.auth0.liquid import render
from textfactor.practice.clock import iso, iso9
from textfactor.practice.identity import new_identity
from textfactor.practice.journal import KEPT, Entry, Journal
from textfactor.practice.masking import mask_body
from textfactor.practice.shapes import objects_of, parse_json, text_of, texts_of


def test_times_have_three_or_nine_decimals():
    assert iso(0.5) == "1970-01-01T00:00:00.500Z"
    assert iso9(0.000001) == "1970-01-01T00:00:00.000001000Z"


def test_shapes_answer_with_what_fits_or_nothing():
    assert objects_of([{"a": 1}, 2, None]) == [{"a": 1}]
    assert objects_of("no list") == []
    assert texts_of(["a", 2]) == ["a"]
    assert text_of(3, "else") == "else"


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{{ code }}", "123"),
        ("{{code|escape}}", "123"),
        ("{{- user.name -}}", "<Anna>"),
        ("{{ user.name | escape | upcase }}", "&LT;ANNA&GT;"),
        ("{{ user.name.first }}{{ nothing }}{{ nothing.at.all }}{{ user }}{{ none }}", ""),
        ("{{ yes }} {{ 'a' }}{{ \"b\" }}{{ '' }}", "true ab"),
        ("{{ code | unknown: 3 | downcase | strip | capitalize }}", "123"),
        ("{{ not closed", "{{ not closed"),
        ("{% if yes %}a{% else %}b{% endif %}", "a"),
        ("{% if none %}a{% elsif code == '123' %}b{% else %}c{% endif %}", "b"),
        ("{% if code == '12' or code contains '2' %}a{% endif %}", "a"),
        ("{% if code != '123' and yes %}a{% endif %}", ""),
        ("{% unless none %}a{% endunless %}{% unless yes %}b{% endunless %}", "a"),
        ("{% if yes %}{% if none %}a{% else %}b{% endif %}{% else %}c{% endif %}", "b"),
        ("{% case code %}{% when '1', '2' %}a{% when '123' or '4' %}b{% else %}c{% endcase %}", "b"),
        ("{% case code %}{% when '1' %}a{% else %}c{% endcase %}", "c"),
        ("{% assign who = user.name | escape %}{{ who }}", "&lt;Anna&gt;"),
        ("a {%- comment %} b {% endcomment -%} c", "ac"),
        ("{{ none | default: 'x' }}{{ code | append: '!' | prepend: \"(\" | replace: '2', '-' }}", "x(1-3!"),
        ("{{ code | remove: '2' | upcase: 'too', 'many' }}", "13"),
        ("{{ 'a | b' }}{{ nil }}{{ 12 }}", "a | b12"),
        ("{% if yes %}never closed", "never closed"),
        ("{% render 'x' %}{% if == %}a{% endif %}", "{% render 'x' %}"),
    ],
)
def test_liquid(template, text):
    values: dict[str, object] = {"code": "123", "user": {"name": "<Anna>"}, "none": None, "yes": True}
    assert render(template, values) == text


@pytest.mark.parametrize(
    ("language", "words"), [("fr", "Votre code : 123"), ("de", "Ihr Code: 123"), ("en", "Your code: 123")]
)
def test_a_text_in_several_languages(language, words):
    template = """{% if locale == 'fr' %}Votre code : {{ code }}{% elsif locale == 'de' %}Ihr Code: {{ code }}
{%- else %}Your code: {{ code }}{% endif %}"""
    assert render(template, {"code": "123", "locale": language}) == words


@pytest.mark.parametrize(
    "data",
    [
        b"NaN",
        b"[-Infinity]",
        b"1e999",
        b'"\\ud800"',
        b"\xff",
        b"[" * 61 + b"]" * 61,
        b"[" * 100_000,
        b"9" * 5000,
    ],
)
def test_json_that_makes_no_sense_is_refused(data):
    with pytest.raises(ValueError):  # noqa: PT011 - the words are Python's own and differ
        parse_json(data)


def test_json_that_makes_sense():
    assert parse_json(b'{"a": [1.5, "\xc3\xa4\\ud83d\\ude00"]}') == {"a": [1.5, "ä😀"]}
    assert parse_json(b"[" * 60 + b"]" * 60)


def test_jobs_and_runs_go_through_json():
    job = ActionJob("code", "handler", {"a": 1}, {"rest.nexmo.com": 1}, "ca.pem")
    assert job_as_json(job)["time_limit"] == 20
    run = run_from_json({
        "outcome": "threw",
        "engine": "Node",
        "reason": "x" * 2000,
        "error_code": "9",
        "error_stack": "at",
        "console": ["a", 3],
        "seconds": 2,
    })  # fmt: skip
    assert run == ActionRun("threw", "Node", "x" * 1024, "9", "at", ("a",), 2.0)
    assert run_from_json({"outcome": "ok", "seconds": "no"}) == ActionRun("ok")
    with pytest.raises(ValueError, match="unknown outcome 'fine'"):
        run_from_json({"outcome": "fine"})


def test_identities_have_the_vendors_shapes_and_differ():
    first, second = new_identity(), new_identity()
    assert first != second
    assert len(first.api_key) == 8
    assert int(first.api_key, 16) >= 0
    secret = first.api_secret
    assert len(secret) == 16
    assert any(c.islower() for c in secret)
    assert any(c.isupper() for c in secret)
    assert any(c.isdigit() for c in secret)
    assert (len(first.client_id), len(first.client_secret)) == (32, 64)
    assert first.domain.endswith(".auth0.com")


def test_large_bodies_are_only_counted():
    assert mask_body(b"{" * 300_000, "application/json") == "300000 bytes"
    assert mask_body(b"", "application/json") is None


def test_the_journal_forgets_the_oldest():
    journal = Journal()
    for number in range(KEPT + 5):
        journal.add(Entry("vonage", "GET", f"/{number}", {}, None, 200, ""))
    assert len(journal.entries()) == KEPT
    assert journal.entries()[0].path == "/5"
    for number in range(3):
        journal.add(Entry("vonage", "POST", f"/big{number}", {}, None, 200, "", size=9_000_000))
    assert [entry.path for entry in journal.entries()][-2:] == ["/big1", "/big2"]
    journal.add(Entry("vonage", "POST", "/huge", {}, None, 200, "", size=99_000_000))
    assert [entry.path for entry in journal.entries()] == ["/huge"]


def test_work_aside_is_waited_for_but_not_for_ever():
    done, go = threading.Event(), threading.Event()
    Aside().run(done.set)
    assert done.is_set()

    aside = Aside(patience=0.0)
    late = threading.Event()

    def slow():
        go.wait(10)
        late.set()

    aside.run(slow)
    assert not late.is_set()
    go.set()
    aside.finish()
    assert late.is_set()
