"""Rendering and lint of message texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fakes.tenant_parts import DEFAULTS

from textfactor.domain.answers import DEFAULT_ENROLL, DEFAULT_VERIFY
from textfactor.domain.inputs import Fault
from textfactor.services.messages.preview import LIMIT, SAMPLE, LintKind, LintNote, lint, render


@pytest.mark.parametrize("source", [DEFAULT_ENROLL, DEFAULT_VERIFY, *list(DEFAULTS.values())[:2]])
def test_the_defaults_are_fine(source):
    assert lint(source) == ()
    assert "123456 is your verification code for Example" in render(source).text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("{{ code }}", "123456"),
        ("{% if locale == 'en' %}Hi{% else %}Hallo{% endif %} {{ user.given_name | upcase }}", "Hi ADA"),
        ("{% assign c = code %}{{ c }}", "123456"),
        ("{{ tenant.friendly_name }}|{{ nothing }}", "|"),
        ("{{ user.user_metadata.lang }}", ""),
        ("", ""),
    ],
)
def test_rendering(source, text):
    assert render(source).text == text


def test_a_sample_of_ones_own():
    assert render("{{ code }} {{ friendly_name }}", {**SAMPLE, "friendly_name": "Acme"}).text == "123456 Acme"


@pytest.mark.parametrize(
    "source",
    [
        "{{ code",
        "{% if %}",
        "{% nope %}",
        "{{ code | nope }}",
        "{% include 'x' %}",
        "{{ 1 | divided_by: 0 }}",
        "{{ " + "9" * 6000 + " }}",
        "{{ 'x' | date: '%Y' | round: 'a' | plus: 1e999 | round }}{{ code | slice }}",
    ],
)
def test_bad_templates_are_told_in_one_line(source):
    found = render(source)
    assert found.fault is Fault.BAD_TEMPLATE
    assert found.text == ""
    assert found.detail
    assert "\n" not in found.detail


@pytest.mark.parametrize(
    "source",
    [
        "{% for i in (1..1000000000) %}x{% endfor %}",
        "{% for i in (1..900) %}{% for j in (1..900) %}x{% endfor %}{% endfor %}",
        "{% for i in (1..900) %}" + "x" * 100 + "{% endfor %}",
        "{{ (1..1000000000) | join: ',' }}",
        "{{ (1..1000000000) | reverse | first }}",
        "{% assign a = 'xxxxxxxxxx' %}" + "{% assign a = a | append: a %}" * 40 + "{{ a }}",
        "{{ 'aaaaaaaaaa'" + " | replace: 'a', 'aaaaaaaaaa'" * 30 + " }}",
        "{{ 9" + " | times: 99999999999" * 800 + " }}",
        "{{ 'now' | date: '%999999999d' }}",
        "{% if a %}" * 300 + "{% endif %}" * 300,
    ],
)
def test_endless_texts_end(source):
    assert render(source).fault is Fault.TEMPLATE_TOO_MUCH


def test_too_long_texts_are_not_even_tried():
    long = "{{ code }}" + "x" * LIMIT
    assert render(long).fault is Fault.TOO_LONG
    assert [note.kind for note in lint(long)] == [LintKind.TOO_LONG]


@pytest.mark.parametrize(
    ("source", "notes"),
    [
        ("Hello", [LintNote(LintKind.NO_CODE)]),
        ("{{ 'code' }}", [LintNote(LintKind.NO_CODE)]),
        ("{% if code %}{{ code }}{% endif %}", []),
        (
            "{{ code }} {{ tenant.friendly_name }}",
            [LintNote(LintKind.LEGACY_VARIABLE, "tenant.friendly_name", "friendly_name")],
        ),
        (
            "{{code}} {{ requestInfo.lang }}",
            [LintNote(LintKind.LEGACY_VARIABLE, "requestInfo.lang", "locale")],
        ),
        ("{{code}} {{ message_type }}", [LintNote(LintKind.LEGACY_VARIABLE, "message_type")]),
        ("{{ code }} {{ tenant }}", []),
        ("{{ code }} {{ cod }}", [LintNote(LintKind.UNKNOWN_VARIABLE, "cod")]),
        ("{{ code }} {{ user.shoe }}", [LintNote(LintKind.UNKNOWN_VARIABLE, "user.shoe")]),
        ("{{ code }} {{ code.digits }}", [LintNote(LintKind.UNKNOWN_VARIABLE, "code.digits")]),
        ("{{ code }} {{ user.user_metadata.x }} {{ user[locale] }} {{ client.metadata['a'] }}", []),
        ("{% assign x = 1 %}{{ x }}{{ code }}{% for i in user.multifactor %}{{ i }}{% endfor %}", []),
        ("{{ code }} https://acme.com/x", [LintNote(LintKind.LINK, "https://acme.com/x")]),
        ("{{ code }} see acme.io, see acme.io", [LintNote(LintKind.LINK, "acme.io")]),
        ("{{ code }} {{ support_url }}", []),
        ("{{ code | default: 'www.acme.com' }}", []),
    ],
)
def test_lint(source, notes):
    assert list(lint(source)) == notes


def test_bad_syntax_is_all_that_is_said():
    notes = lint("{{ code")
    assert [note.kind for note in notes] == [LintKind.BAD_SYNTAX]
    assert notes[0].serious
    assert not LintNote(LintKind.LINK).serious


PIECES = st.sampled_from(
    [
        "{{",
        "}}",
        "{%",
        "%}",
        "code",
        "|",
        "times:",
        "9e99",
        "1",
        "'x'",
        "for",
        "i",
        "in",
        "(1..9)",
        "endfor",
        "if",
        "endif",
        "assign",
        "a",
        "=",
        ".",
        "[",
        "]",
        "append:",
        "size",
        "join",
        "split:",
        "''",
        "-",
        "round",
        "raw",
        "comment",
    ]
)


@given(st.lists(PIECES, max_size=25).map(" ".join) | st.text(max_size=80))
def test_whatever_is_typed_ends_without_an_exception(source):
    found = render(source)
    assert (found.fault is None) or found.text == ""
    lint(source)


VALUES = st.sampled_from(
    ["code", "user", "'a,b'", "(1..5)", "1e309", "-7", "nil", "user.email", "''", "true", "99999999999"]
)
FILTERS = st.sampled_from(
    [
        "abs",
        "at_most",
        "at_least",
        "ceil",
        "divided_by",
        "floor",
        "minus",
        "plus",
        "round",
        "times",
        "modulo",
        "capitalize",
        "append",
        "escape",
        "slice",
        "split",
        "replace",
        "truncate",
        "truncatewords",
        "date",
        "sum",
        "sort",
        "map",
        "where",
        "join",
        "first",
        "size",
        "default",
        "url_decode",
        "find",
        "reject",
        "uniq",
        "compact",
        "base64_decode",
    ]
)
CHAIN = st.tuples(VALUES, st.lists(st.tuples(FILTERS, st.lists(VALUES, max_size=2)), max_size=4))


@given(CHAIN)
def test_filters_with_odd_arguments_end_without_an_exception(chain):
    value, filters = chain
    calls = "".join(f" | {name}{': ' if args else ''}{', '.join(args)}" for name, args in filters)
    render("{{ " + value + calls + " }}")
