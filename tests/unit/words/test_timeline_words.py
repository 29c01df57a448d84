"""Every station, light, join and source has words."""

import itertools

import pytest

from textfactor.domain.diagnosis import Confidence
from textfactor.domain.timeline import JoinedBy, Light, Link, Source, Stage, Step
from textfactor.words.timeline import how_sure, joined_by, light_word, source_name, stage_name, step_state


def test_everything_has_words_of_its_own() -> None:
    for kind, say in ((Stage, stage_name), (Light, light_word)):
        said = [say(one).english() for one in kind]  # pyright: ignore[reportArgumentType]
        assert len(set(said)) == len(said)
        assert all(said)
    states = [step_state(Step(*pair)).english() for pair in itertools.product(Stage, Light)]
    assert len(set(states)) == len(states) == 15


@pytest.mark.parametrize("by", JoinedBy)
def test_each_join_says_by_what_and_how_sure(by: JoinedBy) -> None:
    link = Link(by, Confidence.LIKELY)
    assert joined_by(link).english()
    assert how_sure(link).english() == "likely"


def test_sources_are_named_and_other_evidence_is_not() -> None:
    for source in Source:
        named = source_name(source.value)
        assert named is not None
        assert named.english()
    assert source_name("gd_send_sms") is None
