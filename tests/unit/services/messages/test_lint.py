"""What lint finds, and where."""

import pytest

from textfactor.domain.templates import (
    LIMIT,
    SUGGESTED_TEXTS,
    TRIAL_REMARK,
    VENDOR_TEXTS,
    LintKind,
    LintNote,
    Place,
    Severity,
    TemplateType,
)
from textfactor.services.messages.lint import lint

V = TemplateType.OTP_VERIFY
L = TemplateType.VERIFICATION
HINT = LintKind.ORIGIN_BOUND


def found(source: str, kind: TemplateType = V, domain: str = "") -> dict[LintKind, LintNote]:
    notes = lint(source, kind, domain=domain)
    assert len({note.kind for note in notes}) == len(notes), "asked for one note of a kind"
    return {note.kind: note for note in notes}


def marked(source: str, note: LintNote) -> list[str]:
    return [source[place.start : place.end] for place in note.places]


@pytest.mark.parametrize("kind", TemplateType)
def test_the_defaults_are_fine(kind: TemplateType) -> None:
    for texts in (VENDOR_TEXTS, SUGGESTED_TEXTS):
        notes = lint(texts.get(kind, SUGGESTED_TEXTS[kind]), kind)
        assert [note.kind for note in notes] == ([HINT] if kind.needs_code else [])


@pytest.mark.parametrize("source", ["", "  \n "])
def test_nothing_is_empty(source: str) -> None:
    assert [note.kind for note in lint(source)] == [LintKind.EMPTY]


def test_what_comes_out_empty_is_empty_too() -> None:
    assert found("{% if code == 'x' %}hi{% endif %}", TemplateType.BLOCKED_ACCOUNT).keys() >= {LintKind.EMPTY}


@pytest.mark.parametrize("size", [LIMIT, 1_000_000])
def test_too_long_for_auth0(size: int) -> None:
    (note,) = lint("{{ code }}" + "x" * size)
    assert (note.kind, note.detail) == (LintKind.TOO_LONG, str(size + 10))


def test_too_long_for_vonage() -> None:
    note = found("{{ code }}" + "x" * 3300)[LintKind.TOO_LONG]
    assert (note.detail, note.bars) == ("3306", True)


def test_broken_liquid_is_all_that_is_said_and_shows_its_place() -> None:
    source = "hello {% nope %}"
    (note,) = lint(source)
    assert (note.kind, note.bars, note.severity) == (LintKind.BAD_SYNTAX, True, Severity.ERROR)
    assert marked(source, note) == ["nope"]
    (open_note,) = lint("ab {{ code")
    assert marked("ab {{ code", open_note) == ["{{ code"]


def test_what_breaks_for_one_person_only_is_broken() -> None:
    (note,) = lint("{{ code }}{% if locale == 'ja' %}{{ 1 | divided_by: 0 }}{% endif %}")
    assert note.kind is LintKind.BAD_SYNTAX


def test_an_endless_loop_is_too_much() -> None:
    (note,) = lint("{% for i in (1..100000) %}{{ code }}{% endfor %}")
    assert note.kind is LintKind.TOO_MUCH


# ------------------------------------------------------------ the code


@pytest.mark.parametrize(
    "source", ["Hello", "{{ 'code' }}", "123456", "{% if code %}hi{% endif %}", "{{ code | slice: 0, 3 }}"]
)
def test_no_code(source: str) -> None:
    note = found(source)[LintKind.NO_CODE]
    assert note.bars


@pytest.mark.parametrize(
    "source",
    [
        "{{code}}",
        "{% if code %}{{ code }}{% endif %}",
        "{{ code | slice: 0, 3 }} {{ code | slice: 3, 3 }}",
        "{% assign x = 1 %}{{ x }}{{ code }}{% for i in user.multifactor %}{{ i }}{% endfor %}",
    ],
)
def test_the_code_is_there(source: str) -> None:
    assert found(source).keys() == {HINT}


def test_a_code_for_some_only() -> None:
    source = "{% if locale == 'de' %}{{ code }}{% elsif locale == 'pt-BR' %}{{ code }}{% endif %}"
    note = found(source)[LintKind.NO_CODE_FOR]
    assert note.detail == "en, es, ja, fr"
    assert note.severity is Severity.ERROR
    assert not note.bars


def test_locales_that_a_text_names_are_tried() -> None:
    assert (
        "pt-BR"
        in found("{% unless locale == 'pt-BR' %}{{ code }}{% endunless %}")[LintKind.NO_CODE_FOR].detail
    )


def test_a_blocked_account_has_no_code() -> None:
    source = "Blocked {{ code }}"
    assert marked(source, found(source, TemplateType.BLOCKED_ACCOUNT)[LintKind.CODE_NOT_HERE]) == ["code"]
    assert lint("Blocked", TemplateType.BLOCKED_ACCOUNT) == ()


# ------------------------------------------------------------ variables


@pytest.mark.parametrize(
    ("kind", "name", "what", "instead"),
    [
        (V, "tenant.friendly_name", LintKind.LEGACY_VARIABLE, "friendly_name"),
        (V, "tenant.friendlyName", LintKind.LEGACY_VARIABLE, "friendly_name"),
        (V, "tenant['friendly_name']", LintKind.LEGACY_VARIABLE, "friendly_name"),
        (V, "requestInfo.lang", LintKind.LEGACY_VARIABLE, "locale"),
        (V, "message_type", LintKind.LEGACY_VARIABLE, ""),
        (L, "friendly_name", LintKind.UNIFIED_VARIABLE, "tenant.friendly_name"),
        (L, "user.name", LintKind.UNIFIED_VARIABLE, ""),
        (L, "tenant.friendlyName", LintKind.DOUBTFUL_VARIABLE, "tenant.friendly_name"),
        (V, "frendly_name", LintKind.UNKNOWN_VARIABLE, "friendly_name"),
        (V, "user.shoe", LintKind.UNKNOWN_VARIABLE, ""),
        (V, "code.digits", LintKind.UNKNOWN_VARIABLE, ""),
        (V, "client.client_id", LintKind.UNKNOWN_VARIABLE, "client.clientID"),
    ],
)
def test_a_wrong_variable_is_marked_wherever_it_stands(kind, name, what, instead) -> None:
    source = "é{{ code }} {{ " + name + " }} and {{ " + name + " | upcase }}"
    note = found(source, kind)[what]
    assert marked(source, note) == [name, name]
    assert (note.detail, note.instead) == (name.replace("['friendly_name']", ".friendly_name"), instead)


@pytest.mark.parametrize(
    "name",
    ["tenant", "user", "user.user_metadata.x.y", "user[locale]", "client.metadata['a']", "code.size", "support_url",
     "custom_domain.domain_metadata.x", "organization.display_name", "user.multifactor.first"],
)  # fmt: skip
def test_known_variables(name: str) -> None:
    assert found("{{ code }}{{ " + name + " }}").keys() <= {HINT, LintKind.FILLED_NOT_GSM7, LintKind.SEVERAL_PARTS,
                                                           LintKind.TRIAL_PART}  # fmt: skip


def test_a_place_that_the_engine_does_not_tell_is_left_out() -> None:
    source = "{{ code }}{% liquid\n echo nope\n%}"
    note = found(source)[LintKind.UNKNOWN_VARIABLE]
    assert note.detail == "nope"
    assert all(place.end <= len(source) for place in note.places)


# ------------------------------------------------------------ words, parts, the last line


def test_links_in_a_message_with_a_code() -> None:
    source = (
        "{{ code }} acme.io, or acme.io, https://acme.com/x {{ support_url }}{{ code | default: 'www.a.co' }}"
    )
    notes = [note for note in lint(source) if note.kind is LintKind.LINK]
    assert [note.detail for note in notes] == ["acme.io", "https://acme.com/x"]
    assert marked(source, notes[0]) == ["acme.io", "acme.io"]
    assert LintKind.LINK not in found("Blocked: acme.com", TemplateType.BLOCKED_ACCOUNT)


def test_offending_characters_are_marked_where_they_stand() -> None:
    hidden = "{% comment %}“{% endcomment %}{% if locale == '…' %}x{% endif %}"
    source = "“{{ code }}” 🎉１２ " + hidden + "{% raw %}“{% endraw %}"
    note = found(source)[LintKind.NOT_GSM7]
    assert marked(source, note) == ["“", "”", "🎉１２", "“"]
    assert note.detail == "“ ” 🎉 １ ２"


def test_what_is_filled_in_can_be_to_blame() -> None:
    note = found("{{ code }} {{ user.family_name }}")[LintKind.FILLED_NOT_GSM7]
    assert note.detail.split()[0] == "ú"
    assert note.severity is Severity.HINT


def test_parts_and_the_remark_of_a_trial_account() -> None:
    assert found("{{ code }}" + "x" * 160)[LintKind.SEVERAL_PARTS].detail == "2"
    close = "{{ code }}" + "x" * 130
    assert found(close)[LintKind.TRIAL_PART].detail == "2"
    assert LintKind.SEVERAL_PARTS not in found(close)
    assert LintKind.TRIAL_PART not in found("{{ code }}")
    assert len(TRIAL_REMARK) == 30


def test_the_last_line_for_browsers() -> None:
    assert found("{{ code }}", domain="login.acme.com")[HINT].instead == "@login.acme.com #{{ code }}"
    assert found("{{ code }}")[HINT].instead == ""
    good = "{{ code }} is it\n\n@login.acme.com #{{ code }}\n"
    assert found(good).keys() == {LintKind.TRIAL_ORIGIN}, "its domain is no link either"
    bad = "{{ code }} is it\n@login.acme.com {{ code }}"
    assert found(bad)[LintKind.ORIGIN_WRONG].places == (Place(17, 26),)


def test_serious_notes_come_first() -> None:
    notes = lint("“{{ nope }} acme.com")
    assert [note.severity for note in notes] == sorted(
        (note.severity for note in notes), key=list(Severity).index
    )
    assert notes[0].kind is LintKind.NO_CODE
