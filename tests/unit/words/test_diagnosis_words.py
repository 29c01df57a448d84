"""Diagnoses in words."""

import pytest
from tests.support.knowledge import known

from textfactor.domain.diagnosis import Confidence, Diagnosis, Severity
from textfactor.words.diagnosis import (
    KNOWLEDGE,
    confidence_word,
    entry_meaning,
    explain_article,
    explain_diagnosis,
    severity_word,
)


def diagnosis(cause: str, **blanks: str) -> Diagnosis:
    return Diagnosis(cause, Confidence.CERTAIN, Severity.BROKEN, blanks=tuple(blanks.items()))


def test_a_diagnosis_reads_like_its_article() -> None:
    article = known().article("vonage.status.4")
    told = explain_diagnosis(diagnosis("vonage.status.4"), known())
    assert told.title.english() == article.title
    assert told.meaning.english() == article.meaning
    assert tuple(cause.english() for cause in told.causes) == article.causes
    assert tuple(step.english() for step in told.fix) == article.fix
    assert (told.links, told.opens) == (article.links, "setup.rotate")
    assert told.title.context == KNOWLEDGE


def test_blanks_are_filled_and_only_those_that_are_there() -> None:
    told = explain_diagnosis(diagnosis("vonage.status.other", status="77", seconds="3"), known())
    assert "status 77," in told.meaning.english()
    assert told.meaning.blanks == (("status", "77"),)
    assert told.title.blanks == ()


def test_a_blank_that_nobody_fills_is_a_question_mark() -> None:
    assert "code ?," in explain_article(known().article("vonage.receipt.other")).meaning.english()


def test_a_variable_of_a_template_is_no_blank() -> None:
    fix = explain_article(known().article("template.no_code"), (("code", "7"),)).fix
    assert fix[0].english() == "Put {{ code }} into the text on the messages page."


def test_a_code_has_a_meaning() -> None:
    entry = known().entry("auth0_log_types", "gd_unenroll")
    assert entry is not None
    assert entry_meaning(entry).english() == "A second factor was taken from a user."


def test_a_cause_that_is_not_known_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        explain_diagnosis(diagnosis("no.such"), known())


def test_how_sure_and_how_bad_have_words_of_their_own() -> None:
    sure = [confidence_word(confidence).english() for confidence in Confidence]
    bad = [severity_word(severity).english() for severity in Severity]
    assert sure == ["certain", "likely", "possible"]
    assert len(set(bad)) == len(Severity)
    assert all(bad)
