"""Kinds of input and places of the program have words."""

import pytest
from tests.support.knowledge import known

from textfactor.domain.diagnosis import InputKind
from textfactor.words.diagnosis_kinds import kind_words, known_places, place_words


@pytest.mark.parametrize("kind", list(InputKind))
def test_every_kind_of_input_has_a_name(kind):
    assert kind_words(kind).english()


def test_every_place_that_an_article_opens_has_a_button():
    opened = {article.opens for article in known().articles.values()} - {""}
    assert opened <= known_places()
    for place in known_places():
        words = place_words(place)
        assert words is not None
        assert words.english()


def test_an_unknown_place_has_none():
    assert place_words("elsewhere") is None
