"""What a removal leaves in the tenant, and why: said with the plan, before anything is written."""

from textfactor.domain.plan import (
    DeploymentState,
    FactorState,
    LegacyTemplatesState,
    Plan,
    Purpose,
    Resource,
    SenderState,
    TemplateState,
)
from textfactor.services.setup.ours import OUR_NAMES, is_our_code
from textfactor.services.setup.resources.legacy import DEFAULTS
from textfactor.words.sentence import Marked
from textfactor.words.text import QT_TRANSLATE_NOOP, Text, text

_TITLE = QT_TRANSLATE_NOOP("words.changes", "Some of it stays")
_CODE = QT_TRANSLATE_NOOP(
    "words.changes",
    "The Action “{name}” keeps our code and secrets: it was somebody's before, so it is not deleted, and the journal "
    "on this computer knows no earlier version that could be deployed again without loss. Auth0 Dashboard, the "
    "Action, Version History has them all.",
)
_TEXTS: dict[Resource, Marked] = {
    Resource.ENROLL_TEMPLATE: QT_TRANSLATE_NOOP(
        "words.changes", "The enrolment text stays: it is not as Textfactor wrote it."
    ),
    Resource.VERIFY_TEMPLATE: QT_TRANSLATE_NOOP(
        "words.changes", "The verification text stays: it is not as Textfactor wrote it."
    ),
    Resource.LEGACY_TEMPLATES: QT_TRANSLATE_NOOP(
        "words.changes", "Both texts stay: they are not the ones that Textfactor wrote, or were there before."
    ),
}
_FACTOR = QT_TRANSLATE_NOOP(
    "words.changes", "The SMS factor stays on: somebody else's sender goes on sending codes."
)


def stays_note(plan: Plan) -> tuple[Text, tuple[Text, ...]] | None:
    """Say, as title and sentences, what a removal leaves; None where it leaves nothing, or the plan is none."""
    if plan.purpose is not Purpose.REMOVE or plan.takes_back:
        return None
    found, touched = dict(plan.found), {change.resource for change in plan.changes}
    told: list[Text] = []
    sender, runs = found.get(Resource.SENDER), found.get(Resource.DEPLOYMENT)
    if (
        isinstance(sender, SenderState)
        and _keep_our_code(sender, runs)
        and Resource.DEPLOYMENT not in touched
    ):
        told.append(text(_CODE, name=sender.name))
    if plan:
        told += (
            text(said) for part, said in _TEXTS.items() if part not in touched and _edited(found.get(part))
        )
    if plan and Resource.FACTOR not in touched and found.get(Resource.FACTOR) == FactorState(on=True):
        told.append(text(_FACTOR))
    return (text(_TITLE), tuple(told)) if told else None


def _keep_our_code(sender: SenderState, runs: object) -> bool:
    """Say whether somebody else's Action holds our sender, as its draft or running."""
    running = runs.code if isinstance(runs, DeploymentState) else ""
    return sender.name not in OUR_NAMES and (is_our_code(sender.code) or is_our_code(running))


def _edited(state: object) -> bool:
    """Say whether a text is another than the vendor's own."""
    if isinstance(state, LegacyTemplatesState):
        return state != DEFAULTS
    return isinstance(state, TemplateState) and state.edited
