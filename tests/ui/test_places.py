"""From a cause to where in the window it is mended."""

import pytest
from tests.support.knowledge import known

from textfactor.ui.panels.panel_table import PANELS
from textfactor.ui.panels.places import PLACES
from textfactor.words.diagnosis_kinds import known_places


def test_every_place_of_the_knowledge_base_is_somewhere():
    assert set(PLACES) == known_places()
    assert {article.opens for article in known().articles.values()} - {""} <= set(PLACES)
    assert {place.panel for place in PLACES.values()} <= {"setup", *PANELS}


@pytest.mark.parametrize("place", ["test", "messages", "practice", "settings"])
def test_a_panel_is_shown(window, place):
    window.open_place(place)
    assert window.shown() is window.panel(place)


def test_in_the_wizard_it_goes_back_to_the_page_that_was_visited(qtbot, window):
    while window.shell.page.page_id.value != "tenant":
        window.shell.footer.primary.click()
        qtbot.wait(1)
    window.show_panel("settings")
    window.open_place("setup.rotate")
    assert window.shown() is window.shell
    assert window.shell.page.page_id.value == "vonage"


def test_a_page_that_was_not_visited_yet_is_not_skipped_to(window):
    window.open_place("setup.turn_on")
    assert window.shown() is window.shell
    assert window.shell.page.page_id.value == "welcome"


def test_an_unknown_place_is_nowhere(window):
    before = window.shown()
    window.open_place("elsewhere")
    assert window.shown() is before
