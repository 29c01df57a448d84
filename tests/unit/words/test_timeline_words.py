"""Every station, light, join and source has words."""

import itertools

import pytest

from textfactor.domain.diagnosis import Confidence
from textfactor.domain.timeline import JoinedBy, Journey, Light, Link, Source, Stage, Step
from textfactor.words.timeline import (
    how_sure,
    joined_by,
    journey_word,
    light_word,
    source_name,
    stage_name,
    step_state,
)


def test_everything_has_words_of_its_own() -> None:
    for kind, say in ((Stage, stage_name), (Light, light_word)):
        said = [say(one).english() for one in kind]  # pyright: ignore[reportArgumentType]
        assert len(set(said)) == len(said)
        assert all(said)
    empty = Journey("", "", "", "", "", (), ())
    states = [step_state(Step(*pair), empty).english() for pair in itertools.product(Stage, Light)]
    assert len(set(states)) == len(states) == 15


def way(*lights: Light, ids: tuple[str, ...] = ()) -> Journey:
    steps = tuple(Step(stage, light) for stage, light in zip(Stage, lights, strict=True))
    return Journey("1", "", "ada", "", "", ids, (), steps)


def test_a_code_that_is_on_its_way_is_waited_for_while_somebody_watches() -> None:
    under_way = way(Light.GREEN, Light.GREEN, Light.UNKNOWN, Light.UNKNOWN, Light.UNKNOWN)
    assert journey_word(under_way, watched=True).english() == "waiting for the code"
    assert journey_word(under_way, watched=False).english() == "not known"
    failed = way(Light.GREEN, Light.RED, Light.UNKNOWN, Light.UNKNOWN, Light.UNKNOWN)
    assert journey_word(failed, watched=True).english() == "failed"
    done = way(*[Light.GREEN] * 5)
    assert journey_word(done, watched=True).english() == "fine"


def test_what_vonage_refused_never_reached_the_phone() -> None:
    lights = (Light.GREEN, Light.GREEN, Light.RED, Light.UNKNOWN, Light.UNKNOWN)
    refused, partly = way(*lights), way(*lights, ids=("0A00000012345678",))
    for stage in (Stage.DELIVERY, Stage.CODE):
        assert step_state(refused.step(stage), refused).english() == "nothing was sent to the phone"
        assert step_state(partly.step(stage), partly).english() != "nothing was sent to the phone"
    assert not refused.never_reached(refused.step(Stage.VONAGE))


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
