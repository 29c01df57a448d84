"""The questions for who has nothing to paste: every way ends in causes that the knowledge base has."""

import pytest
from tests.support.knowledge import known

from textfactor.domain.diagnosis import Confidence
from textfactor.services.diagnosis.guided import QUESTIONS, START, Ending, Question, report_of, step_after
from textfactor.words.diagnosis_notes import known_notes
from textfactor.words.guided import ask, offer


def ways(answers=()):
    """Yield every way through the tree."""
    step = step_after(answers)
    if isinstance(step, Ending):
        yield answers, step
        return
    for choice, _leads in step.choices:
        yield from ways((*answers, choice))


WAYS = list(ways())


@pytest.mark.parametrize(("answers", "ending"), WAYS, ids=[".".join(answers) for answers, _ in WAYS])
def test_every_way_ends_in_possible_causes_and_says_what_to_get_next(answers, ending):
    assert len(answers) <= 5, "it shall stay short"
    report = report_of(ending, known())
    assert report.diagnoses
    assert len({one.cause for one in report.diagnoses}) == len(report.diagnoses)
    assert {one.confidence for one in report.diagnoses} == {Confidence.POSSIBLE}
    assert report.notes[0] == "not_enough"
    assert any(note.startswith("get_") for note in report.notes)
    assert set(report.notes) <= known_notes()


def test_every_question_can_be_reached_and_has_words():
    reached = {START}
    for answers, _ending in WAYS:
        for place in range(len(answers)):
            step = step_after(answers[:place])
            assert isinstance(step, Question)
            reached.add(step.id)
            assert ask(step.id).english().endswith("?")
            for choice, _leads in step.choices:
                assert offer(step.id, choice).english()
    assert reached == set(QUESTIONS)


def test_an_ending_may_name_a_symptom_that_the_knowledge_base_has():
    for _answers, ending in WAYS:
        assert not ending.symptom or known().entry("symptoms", ending.symptom) is not None


def test_whoever_does_not_know_can_say_so_at_every_question():
    for question in QUESTIONS.values():
        assert {choice for choice, _leads in question.choices} & {"unknown", "not_tried", "no_access"}
    assert step_after(("no_code", "unknown")) == QUESTIONS["test"]
    assert offer("who", "unknown").english() == "I do not know"


def test_an_unknown_answer_or_one_too_many_is_refused():
    with pytest.raises(KeyError):
        step_after(("no such thing",))
    with pytest.raises(KeyError):
        step_after(("late", "and more"))
