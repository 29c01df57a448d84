"""What a German window once said in English: names of countries, and the text of the first test message."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import QComboBox
from tests.making import translations
from tests.ui.demo import services

from textfactor.adapters.numbers import Numbers
from textfactor.domain.answers import DEFAULT_TEST
from textfactor.domain.sms_text import Encoding, measure
from textfactor.ui.app import window
from textfactor.ui.language import speak
from textfactor.ui.panels.messages.preview_box import PreviewBox
from textfactor.ui.sending.first_text import first_text
from textfactor.words.sent_tests import FIRST_TEXT


@pytest.fixture
def german(qapp):
    before = QLocale()
    speak(qapp, "de", translations.FOLDER)
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_in_english_the_text_is_the_one_that_profiles_keep():
    assert FIRST_TEXT[1] == DEFAULT_TEST == first_text()


@pytest.mark.usefixtures("german")
def test_the_first_text_is_german_and_costs_no_more():
    said = first_text()
    assert said.startswith("Testnachricht von Textfactor")
    measured = measure(said)
    assert (measured.encoding, measured.parts) == (Encoding.GSM7, 1)
    assert first_text("my own words") == "my own words"


@pytest.mark.usefixtures("german")
def test_the_countries_to_price_are_named_in_german(qtbot):
    preview = PreviewBox()
    qtbot.addWidget(preview)
    box = preview.findChild(QComboBox, "lab_country")
    assert isinstance(box, QComboBox)
    names = {box.itemText(index) for index in range(box.count())}
    assert {"Deutschland", "Vereinigte Staaten", "Österreich"} < names
    assert "Germany" not in names


@pytest.mark.usefixtures("german")
def test_the_numbering_plan_is_told_which_language_is_spoken(qtbot):
    numbers = Numbers()
    qtbot.addWidget(window(lambda *_path: replace(services(), numbers=numbers)))
    found = numbers.parse("+49 170 1234567")
    assert found is not None
    assert found.country_name == "Deutschland"
