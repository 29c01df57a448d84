"""The translations: up to date, complete, with the same blanks; and which of them is spoken."""

import re
from collections import Counter
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from tests.making import translations

from textfactor.ui.language import speak

FILES = translations.files()
BLANK = re.compile(r"\{\w+\}|\{\{|\}\}|%n|^\d\.|\n", re.MULTILINE)
by_language = pytest.mark.parametrize("ts", FILES, ids=lambda ts: ts.stem)


@by_language
def test_nothing_was_added_or_changed_since(ts, tmp_path):
    fresh = tmp_path / ts.name
    fresh.write_bytes(ts.read_bytes())
    translations.extract(fresh)
    assert fresh.read_bytes() == ts.read_bytes(), "make translations"
    translations.compile_to(fresh, tmp_path / "fresh.qm")
    assert (tmp_path / "fresh.qm").read_bytes() == ts.with_suffix(".qm").read_bytes(), "make translations"


def forms(message: ElementTree.Element) -> list[str]:
    """The translations of a message: one, or one for each plural form."""
    translation = message.find("translation")
    assert translation is not None
    numerus = [str(form.text or "") for form in translation.iter("numerusform")]
    return numerus or [str(translation.text or "")]


@by_language
def test_everything_is_translated(ts):
    missing = [
        f"{context}: {message.findtext('source')}"
        for context, message in translations.messages(ts)
        if message.find("translation[@type]") is not None or not all(forms(message))
    ]
    assert missing == []


@by_language
def test_the_blanks_are_those_of_the_source(ts):
    wrong = [
        f"{context}: {form}"
        for context, message in translations.messages(ts)
        for form in forms(message)
        if Counter(BLANK.findall(form)) != Counter(BLANK.findall(str(message.findtext("source"))))
    ]
    assert wrong == []


@by_language
def test_a_sentence_stays_a_sentence(ts):
    """What ends with a full stop, a colon or an ellipsis does so in the translation too, and only that."""
    ends = ".:…?"
    wrong = [
        f"{context}: {form}"
        for context, message in translations.messages(ts)
        for form in forms(message)
        if (str(message.findtext("source"))[-1] in ends or form[-1:] in ends)
        and str(message.findtext("source"))[-1] != form[-1:]
    ]
    assert wrong == []


# ---------------------------------------------------------------- which is spoken


@pytest.fixture
def spoken(qapp):
    """Speak a language, and say how three things sound in it: one change, five, and a button of Qt's own."""
    before = QLocale()

    def say(wanted: str) -> tuple[str, str, str]:
        speak(qapp, wanted, translations.FOLDER)
        changes = [QCoreApplication.translate("ApplyPage", "Apply %n changes", None, n) for n in (1, 5)]
        return changes[0], changes[1], QCoreApplication.translate("QWizard", "Cancel")

    yield say
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


ENGLISH = ("Apply 1 change", "Apply 5 changes", "Cancel")


@pytest.mark.parametrize("wanted", ["en", "en_GB", "C", "xx", "fr", "no language at all"])
def test_english_is_spoken_where_nothing_else_can_be(spoken, wanted):
    assert spoken(wanted) == ENGLISH


def test_a_language_that_is_not_there_is_not_mixed_with_ours(spoken, qapp):
    """Hebrew reads from the right and Qt has its words; ours would stand between them in English."""
    assert spoken("he") == ENGLISH
    assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert QLocale().language() is QLocale.Language.English


@pytest.mark.parametrize("wanted", ["de", "de_AT"])
def test_german_is_spoken_whole(spoken, wanted):
    assert spoken(wanted) == ("1 Änderung anwenden", "5 Änderungen anwenden", "Abbrechen")
    assert QLocale() == QLocale(wanted)
