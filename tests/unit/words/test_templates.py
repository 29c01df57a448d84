"""Every template, note and button has words."""

import pytest

from textfactor.domain.templates import LintKind, LintNote, Severity, TemplateType
from textfactor.words.templates import explain_note, fix_label, severity_name, type_meaning, type_name


@pytest.mark.parametrize("instead", ["", "friendly_name"])
@pytest.mark.parametrize("kind", LintKind)
def test_every_note_has_words_without_blanks_left(kind: LintKind, instead: str) -> None:
    told = explain_note(LintNote(kind, "DETAIL", instead)).english()
    assert told
    assert "{detail}" not in told
    assert "{instead}" not in told
    label = fix_label(LintNote(kind, "DETAIL", instead)).english()
    assert "{" not in label.removeprefix("Use {{ ")


def test_a_variable_is_named_as_it_is_written() -> None:
    assert fix_label(LintNote(LintKind.UNKNOWN_VARIABLE, "cod", "code")).english() == "Use {{ code }}"


def test_an_error_says_what_it_is_about() -> None:
    for kind in (
        LintKind.LEGACY_VARIABLE,
        LintKind.UNKNOWN_VARIABLE,
        LintKind.UNIFIED_VARIABLE,
        LintKind.LINK,
    ):
        assert "DETAIL" in explain_note(LintNote(kind, "DETAIL")).english()
        if kind is not LintKind.LINK:
            assert (
                "write" in explain_note(LintNote(kind, "D", "other")).english()
                or "It knows" in explain_note(LintNote(kind, "D", "other")).english()
            )


def test_what_comes_from_outside_is_filled_in_once() -> None:
    assert "{instead}" in explain_note(LintNote(LintKind.LINK, "{instead}", "x")).english()


def test_types_and_severities_have_names() -> None:
    assert all(type_name(kind).english() and type_meaning(kind).english() for kind in TemplateType)
    assert len({severity_name(severity).english() for severity in Severity}) == len(Severity)
