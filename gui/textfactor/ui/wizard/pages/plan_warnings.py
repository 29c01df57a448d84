"""What one should know before a plan is applied: who sends today, what undo cannot bring back, who is asked."""

from PySide6.QtCore import QCoreApplication

from textfactor.domain.plan import Change, Plan, PolicyState, ProviderState, Resource
from textfactor.domain.tenant import Observed
from textfactor.services.setup.ours import foreign_sender
from textfactor.ui.messages import fill, tr_lines, tr_text
from textfactor.words.changes import ALWAYS, title, undo_note
from textfactor.words.plan_notes import beside_note, hook_note, still_asked_note
from textfactor.words.plan_stays import stays_note

PlanNote = tuple[str, str]
"""Title and sentences."""
MOST = 6
"""So many are shown."""


def warnings(plan: Plan, observed: Observed) -> tuple[PlanNote, ...]:
    """List them, the gravest first; `observed` is the tenant as the plan found it."""
    found: list[PlanNote] = []
    for number, change in enumerate(plan.changes, 1):
        if _another_sends(change):
            found.append(_provider(change, number))
    foreign = foreign_sender(observed)
    if foreign is not None and not plan.takes_back and _writes_sender(plan):
        found.append(_written_over(foreign.name))
    if any(_asks_everybody(change) for change in plan.changes):
        found.append(_everybody())
    if (stays := stays_note(plan)) is not None:
        found.append((tr_text(stays[0]), tr_lines(stays[1])))
    for note in (hook_note(plan), still_asked_note(plan), beside_note(plan)):
        if note is not None:
            found.append((tr_text(note[0]), tr_text(note[1])))
    lasting = [change for change in plan.changes if not change.undo and not _another_sends(change)]
    if lasting:
        found.append(_not_in_full(lasting))
    return tuple(found[:MOST])


def _another_sends(change: Change) -> bool:
    """Say whether another provider than ours sends the codes until this change."""
    state = change.before
    ours = isinstance(change.after, ProviderState) and change.after.name == "custom"
    return isinstance(state, ProviderState) and not state.disabled and ours and state.name != "custom"


def _provider(change: Change, number: int) -> PlanNote:
    name = change.before.name.title() if isinstance(change.before, ProviderState) else ""
    heading = QCoreApplication.translate("Plan", "{name} sends your codes today")
    body = QCoreApplication.translate(
        "Plan",
        "From change {n} on, Vonage does. Auth0 never shows {name}'s credentials, so undo cannot bring them back: "
        "keep them at hand.",
    )
    return fill(heading, name=name), fill(body, n=number, name=name)


def _writes_sender(plan: Plan) -> bool:
    return any(change.resource is Resource.SENDER for change in plan.changes)


def _written_over(name: str) -> PlanNote:
    heading = QCoreApplication.translate("Plan", "The Action “{name}” is written over")
    body = QCoreApplication.translate(
        "Plan",
        "It is somebody else's, and the trigger takes one Action only: from this plan on, Textfactor's code stands in "
        "its place.",
    )
    return fill(heading, name=name), body


def _asks_everybody(change: Change) -> bool:
    return isinstance(change.after, PolicyState) and ALWAYS in change.after.policies


def _everybody() -> PlanNote:
    return (
        QCoreApplication.translate("Plan", "Everybody will be asked for a second factor"),
        QCoreApplication.translate(
            "Plan",
            "The last change concerns every login to every application of this tenant. Users without a second factor "
            "set one up at their next login.",
        ),
    )


def _not_in_full(changes: list[Change]) -> PlanNote:
    heading = QCoreApplication.translate("Plan", "Undo cannot bring back everything")
    notes = [
        fill("{title}: {note}", title=tr_text(title(change)), note=tr_text(undo_note(change)))
        for change in changes
        if change.resource is not Resource.DEPLOYMENT or len(changes) == 1
    ]
    return heading, "\n".join(notes)
