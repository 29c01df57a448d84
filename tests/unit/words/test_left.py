"""What taking back left, in words."""

from dataclasses import replace

from tests.fakes.setup import fresh, plan_for

from textfactor.domain.plan import Receipt, Resource
from textfactor.words.changes import summarize_receipt
from textfactor.words.left import left_notes


def test_each_part_has_its_sentence_and_the_reason_comes_once():
    plan = replace(plan_for(fresh()), takes_back=True)
    receipt = Receipt(plan, plan.changes[:-2], left=(Resource.PROVIDER, Resource.BINDING))
    assert [note.english() for note in left_notes(receipt)] == [
        "The phone provider stays as it is.",
        "The trigger's bindings stay as they are.",
        "Somebody has changed what is named here since the run, or something that it rests on.",
    ]
    assert summarize_receipt(receipt).english() == (
        "7 of 9 changes were taken back; somebody has changed the rest since, so it stays."
    )
    assert left_notes(Receipt(plan, plan.changes)) == ()
    assert len(left_notes(Receipt(plan, (), left=tuple(Resource)))) == len(Resource) + 1


def test_where_all_was_left_it_says_so():
    plan = replace(plan_for(fresh()), takes_back=True)
    receipt = Receipt(plan, (), left=tuple(change.resource for change in plan.changes))
    assert summarize_receipt(receipt).english().startswith("0 of 9 changes were taken back")
