"""Rendering: for the vendor's own texts, for people who differ, and for texts that would never end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textfactor.domain.answers import TenantPath
from textfactor.domain.inputs import Fault
from textfactor.domain.templates import LIMIT, SUGGESTED_TEXTS, VENDOR_TEXTS, TemplateType
from textfactor.services.messages.lint import lint
from textfactor.services.messages.preview import ADA, PEOPLE, SAMPLE, person, render, values_for


@pytest.mark.parametrize("kind", VENDOR_TEXTS)
def test_the_vendors_texts_come_out_as_they_do_at_the_vendor(kind: TemplateType) -> None:
    text = render(VENDOR_TEXTS[kind], values_for(kind.path, ADA)).text
    assert text.startswith("123456 is your verification code for Example")


@pytest.mark.parametrize("kind", TemplateType)
def test_our_suggestions_fit_one_part_for_everybody(kind: TemplateType) -> None:
    for who in PEOPLE:
        text = render(SUGGESTED_TEXTS[kind], values_for(kind.path, who)).text
        assert "Example" in text
        assert len(text) <= 160


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("{{ code }}", "123456"),
        ("{% if locale == 'en' %}Hi{% else %}Hallo{% endif %} {{ user.given_name | upcase }}", "Hi ADA"),
        ("{% assign c = code %}{{ c }}", "123456"),
        ("{{ tenant.friendly_name }}|{{ nothing }}", "|"),
        ("{{ user.user_metadata.lang }}", ""),
        ("", ""),
        ("\N{PARTY POPPER} {{ code }} １２３", "\N{PARTY POPPER} 123456 １２３"),
    ],
)
def test_rendering(source: str, text: str) -> None:
    assert render(source).text == text


def test_a_sample_of_ones_own() -> None:
    assert render("{{ code }} {{ friendly_name }}", {**SAMPLE, "friendly_name": "Acme"}).text == "123456 Acme"


def test_people_differ_in_what_matters() -> None:
    hello = "{{ user.name }}, {{ user.email }}, {{ locale }}"
    shown = {who.id: render(hello, values_for(TenantPath.UNIFIED, who)).text for who in PEOPLE}
    assert shown["ada"] == "Ada Example, ada@example.com, en"
    assert shown["number"] == "+33612345678, , fr", (
        "who has no name is called by the number, and has no address"
    )
    assert "ë" in shown["zoe"]
    assert person("zoe").locale == "de"
    assert person("nobody") is ADA


def test_locale_and_tenant_can_be_given() -> None:
    values = values_for(TenantPath.UNIFIED, ADA, locale="pt-BR", tenant="Acme")
    assert render("{{ locale }} {{ friendly_name }}", values).text == "pt-BR Acme"
    legacy = values_for(TenantPath.LEGACY, ADA, locale="sv", tenant="Acme")
    words = (
        "{{ locale }} {{ requestInfo.lang }} {{ tenant.friendly_name }} {{ message_type }}{{ friendly_name }}"
    )
    assert render(words, legacy).text == "sv sv Acme sms"
    assert "Example" in render("{{ tenant.friendly_name }}", values_for(TenantPath.LEGACY, ADA)).text


@pytest.mark.parametrize(
    ("source", "at"),
    [
        ("{{ code", 0),
        ("x {% if %}", None),
        ("ab {% nope %}", 6),
        ("{{ code | nope }}", 10),
        ("{% include 'x' %}", None),
        ("{{ 1 | divided_by: 0 }}", None),
        ("{{ “x” }}", 3),
        ("{{ " + "9" * 6000 + " }}", None),
        ("{{ 'x' | date: '%Y' | round: 'a' | plus: 1e999 | round }}{{ code | slice }}", None),
    ],
)
def test_bad_templates_are_told_in_one_line_and_at_their_place(source: str, at: int | None) -> None:
    found = render(source)
    assert found.fault is Fault.BAD_TEMPLATE
    assert found.text == ""
    assert found.detail
    assert "\n" not in found.detail
    assert at is None or found.at == at


ENDLESS = [
    "{% for i in (1..1000000000) %}x{% endfor %}",
    "{% for i in (1..900) %}{% for j in (1..900) %}x{% endfor %}{% endfor %}",
    "{% for i in (1..999) %}{% endfor %}" * 400,
    "{% tablerow i in (1..999) %}{% endtablerow %}" * 200,
    "{% for i in (1..900) %}" + "x" * 100 + "{% endfor %}",
    "{{ (1..1000000000) | join: ',' }}",
    "{{ (1..1000000000) | reverse | first }}",
    "{% assign a = 'xxxxxxxxxx' %}" + "{% assign a = a | append: a %}" * 40 + "{{ a }}",
    "{{ 'aaaaaaaaaa'" + " | replace: 'a', 'aaaaaaaaaa'" * 30 + " }}",
    "{{ 9" + " | times: 99999999999" * 800 + " }}",
    "{{ 'now' | date: '%999999999d' }}",
    "{% if a %}" * 300 + "{% endif %}" * 300,
]


@pytest.mark.parametrize("source", ENDLESS)
def test_endless_texts_end(source: str) -> None:
    assert render(source).fault is Fault.TEMPLATE_TOO_MUCH


def test_a_list_of_a_few_hundred_is_not_too_much() -> None:
    assert render("{% for i in (1..500) %}{{ i }}{% endfor %}").fault is None


@pytest.mark.parametrize("size", [LIMIT, 1_000_000])
def test_too_long_texts_are_not_even_tried(size: int) -> None:
    assert render("{{ code }}" + "x" * size).fault is Fault.TOO_LONG


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
        "endraw",
        "comment",
        "endcomment",
        "friendly_name",
        "tenant.friendly_name",
        "liquid",
        "“",
        "\n",
        "@a.b",
        "#",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map(" ".join) | st.text(max_size=80))
def test_whatever_is_typed_ends_without_an_exception(source: str) -> None:
    found = render(source)
    assert (found.fault is None) or found.text == ""
    for kind in (TemplateType.OTP_VERIFY, TemplateType.VERIFICATION, TemplateType.BLOCKED_ACCOUNT):
        for note in lint(source, kind):
            assert all(0 <= place.start < place.end <= len(source) for place in note.places)


VALUES = st.sampled_from(
    [
        "code", "user", "'a,b'", "(1..5)", "1e309", "-7", "nil", "user.email", "''", "true",
        "99999999999",
    ]
)  # fmt: skip
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
)  # fmt: skip
CHAIN = st.tuples(VALUES, st.lists(st.tuples(FILTERS, st.lists(VALUES, max_size=2)), max_size=4))


@given(CHAIN)
def test_filters_with_odd_arguments_end_without_an_exception(chain) -> None:
    value, filters = chain
    calls = "".join(f" | {name}{': ' if args else ''}{', '.join(args)}" for name, args in filters)
    render("{{ " + value + calls + " }}")
