"""What one should know before a plan is applied: who sends today, what undo cannot bring back, who is asked."""

from PySide6.QtCore import QCoreApplication

from textfactor.domain.plan import Change, Plan, PolicyState, ProviderState, Resource
from textfactor.ui.messages import fill, tr_lines, tr_text
from textfactor.words.changes import ALWAYS, title, undo_note
from textfactor.words.plan_notes import beside_note, still_asked_note
from textfactor.words.plan_stays import stays_note

PlanNote = tuple[str, str]
"""Title and sentences."""
MOST = 4
"""So many are shown."""


def warnings(plan: Plan) -> tuple[PlanNote, ...]:
    """List them, the gravest first."""
    found: list[PlanNote] = []
    for number, change in enumerate(plan.changes, 1):
        if _another_sends(change):
            found.append(_provider(change, number))
    if any(_asks_everybody(change) for change in plan.changes):
        found.append(_everybody())
    if (stays := stays_note(plan)) is not None:
        found.append((tr_text(stays[0]), tr_lines(stays[1])))
    for note in (still_asked_note(plan), beside_note(plan)):
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
