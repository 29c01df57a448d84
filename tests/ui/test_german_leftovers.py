"""What a German window once said in English: names of countries, and the text of the first test message."""

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import QComboBox
from tests.making import translations
from tests.ui.demo import services
from tests.ui.test_keys_and_names import page_shown

from textfactor.adapters.numbers import Numbers
from textfactor.domain.answers import DEFAULT_TEST
from textfactor.domain.sms_text import Encoding, measure
from textfactor.flow.flow import PageId
from textfactor.ui import theme
from textfactor.ui.app import window
from textfactor.ui.language import speak
from textfactor.ui.panels.messages.preview_box import PreviewBox
from textfactor.ui.sending.first_text import first_text
from textfactor.words.sent_tests import FIRST_TEXT

YOU = re.compile(
    r"\b(du|dich|dir|dein\w*|euch|euer)\b"  # and the imperatives that begin a sentence
    r"|(?:^|[.:;!?]\s+|\n)(?:Achte|Drück|Drücke|Führe|Geh|Gib|Hol|Klick|Klicke|Lies|Melde|Nimm|Öffne|Prüfe|Schick"
    r"|Schicke|Setze|Sieh|Speichere|Trag|Trage|Wähle|Zieh)\s"
    # A capital after a sign may begin a sentence about a thing: “Die Meldung lesen: Sie nennt das Feld”.
    r"|[\w,“)]\s+(?-i:Sie|Ihnen|Ihr(?:e[mnrs]?)?)\b",
    re.IGNORECASE,
)


def test_nobody_is_addressed_neither_as_du_nor_as_sie():
    """The German sentences say what is to be done without naming who does it: “Den Plan prüfen”."""
    (ts,) = (file for file in translations.files() if file.stem.endswith("_de"))
    said = [
        (context, str(form.text or ""))
        for context, message in translations.messages(ts)
        for form in (*message.iter("translation"), *message.iter("numerusform"))
    ]
    assert [one for one in said if YOU.search(one[1])] == []


@pytest.mark.parametrize(
    ("sentence", "addresses"),
    [
        ("Was du tun kannst", True),
        ("Nichts wurde geschrieben. Wähle einen leeren Ordner.", True),
        ("Prüfen Sie das Secret.", True),
        ("In Ihren Tenant wird nichts geschrieben.", True),
        ("Die Meldung lesen: Sie nennt das Feld.", False),
        ("Ihre Werte sind nicht lesbar. Sie wurden nie gezeigt, also kennt sie niemand.", False),
        ("Gibt es den Tenant, ihn wählen.", False),
    ],
)
def test_an_address_is_told_from_a_thing(sentence, addresses):
    assert (YOU.search(sentence) is not None) == addresses


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


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("page", list(PageId))
def test_no_german_page_makes_the_window_wider_than_it_has_to_be(qtbot, quick_signs, page):
    """Beside the side: the foot of the last page once asked for 46 pixels more, so the window could not be small."""
    room = theme.WINDOW_MINIMUM[0] - theme.SIDE_WIDTH
    with page_shown(qtbot, page) as stage:
        stage.until(lambda: stage.page.isVisible())
        # A page that still reads has Cancel in its foot as well, for a moment.
        stage.until(lambda: stage.shell.minimumSizeHint().width() <= room)
