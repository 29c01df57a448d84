"""A plan as rows: what each change does, the request that does it, before and after; and the same as text."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from textfactor.domain.plan import BindingState, Change, Plan, PolicyState, Receipt, Resource
from textfactor.domain.tenant import Observed
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.widgets.change_row import ChangeRow
from textfactor.ui.wizard.pages.change_details import ChangeDetails
from textfactor.ui.wizard.pages.gradual_card import GradualCard, MakeRow
from textfactor.words.changes import after, before, describe, secret_notes, title, undo_note

_DONE, _NOW, _FAILED, _NOT_DONE = "✓", "…", "✕", "–"


def resource_name(resource: Resource) -> str:
    """Name a part of the tenant."""
    names = {
        Resource.SENDER: QCoreApplication.translate("Plan", "the sender's Action"),
        Resource.DEPLOYMENT: QCoreApplication.translate("Plan", "its deployment"),
        Resource.BINDING: QCoreApplication.translate("Plan", "the trigger's Actions"),
        Resource.PROVIDER: QCoreApplication.translate("Plan", "the phone provider"),
        Resource.FACTOR: QCoreApplication.translate("Plan", "the SMS factor"),
        Resource.MESSAGE_TYPES: QCoreApplication.translate("Plan", "how codes are delivered"),
        Resource.ENROLL_TEMPLATE: QCoreApplication.translate("Plan", "the enrolment text"),
        Resource.VERIFY_TEMPLATE: QCoreApplication.translate("Plan", "the verification text"),
        Resource.POLICY: QCoreApplication.translate("Plan", "when MFA is asked for"),
        Resource.SELECTED_PROVIDER: QCoreApplication.translate("Plan", "who sends the codes"),
        Resource.LEGACY_TEMPLATES: QCoreApplication.translate("Plan", "both message texts"),
        Resource.OLD_BINDING: QCoreApplication.translate("Plan", "the other trigger's Actions"),
        Resource.OLD_SENDER: QCoreApplication.translate("Plan", "our Action on the other trigger"),
        Resource.HOOK: QCoreApplication.translate("Plan", "the old Hook"),
    }
    return names[resource]


def sign(change: Change) -> str:
    """Choose the sign: `+` makes, `~` changes, `−` removes."""
    if change.removes:
        return "−"
    return "+" if change.before in (None, BindingState(())) else "~"


class PlanCard(GradualCard):
    """The rows of one plan. The same plan again only sets the signs back, so that rows do not flicker."""

    def __init__(self, *, name: str = "plan") -> None:
        super().__init__(name=name)
        self._plan: Plan | None = None
        self._observed: Observed | None = None
        self._signs: list[str] = []
        self._changes: list[ChangeRow] = []

    def show_plan(self, plan: Plan, observed: Observed | None = None) -> None:
        """Show a plan, with what it leaves alone when `observed` is given."""
        self._set_signs([sign(change) for change in plan.changes])
        if (plan, observed) == (self._plan, self._observed):
            self.setVisible(bool(self.rows()) or not self.complete)
            return
        self._plan, self._observed, self._changes = plan, observed, []
        makers: list[MakeRow] = [partial(self._make_row, change) for change in plan.changes]
        if observed is not None and plan.unchanged:
            makers.append(partial(_unchanged, plan, observed))
        self.fill(makers)

    def show_done(self, done: int) -> None:
        """Tick the first `done` changes; the next one is under way."""
        signs = [_DONE] * done + [_NOW] + self._signs[done + 1 :]
        self._set_signs(signs[: len(self._signs)])

    def show_receipt(self, receipt: Receipt) -> None:
        """Show how a run ended: a tick for what was made, none for what was left alone or not come to."""
        left = frozenset(receipt.left)
        come_to = receipt.plan.changes[: len(receipt.applied) + len(receipt.left)]
        signs = [_NOT_DONE if change.resource in left else _DONE for change in come_to]
        if receipt.stopped_by is not None:
            signs.append(_FAILED)
        signs += [_NOT_DONE] * len(self._signs)
        self._set_signs(signs[: len(self._signs)])

    def signs(self) -> tuple[str, ...]:
        """The signs of the changes, top to bottom."""
        return tuple(self._signs)

    def _set_signs(self, signs: list[str]) -> None:
        self._signs = signs
        for row, shown in zip(self._changes, signs, strict=False):
            if row.sign() != shown:
                row.set_sign(shown)

    def _make_row(self, change: Change) -> ChangeRow:
        row = _row(change)
        row.set_sign(self._signs[len(self._changes)])
        self._changes.append(row)
        return row


def _row(change: Change) -> ChangeRow:
    request = f"{change.method} {change.path}"
    row = ChangeRow(
        sign(change),
        tr_text(title(change)),
        request,
        before=tr_text(before(change)),
        after=tr_text(after(change)),
    )
    row.offer_details(partial(ChangeDetails, change))
    return row


def _unchanged(plan: Plan, observed: Observed) -> ChangeRow:
    names = [resource_name(resource) for resource in plan.unchanged if resource is not Resource.POLICY]
    if Resource.POLICY in plan.unchanged:
        names.append(_policy(observed))
    left = QCoreApplication.translate("Plan", "Left as it is")
    return ChangeRow("=", left, before=", ".join(names))


def _policy(observed: Observed) -> str:
    name = resource_name(Resource.POLICY)
    if "policies" in dict(observed.unknown):
        return name
    current = tr_text(describe(PolicyState(observed.policies)))
    return fill(QCoreApplication.translate("Plan", "{what} (now: {state})"), what=name, state=current)


def plan_as_text(plan: Plan, heading: str) -> str:
    """Write a plan down for a ticket or a mail: the same rows, with what undo brings back."""
    lines = [heading]
    for number, change in enumerate(plan.changes, 1):
        lines += [
            "",
            f"{number}. {sign(change)} {tr_text(title(change))}",
            f"   {change.method} {change.path}",
            f"   {tr_text(before(change))} → {tr_text(after(change))}",
            *(f"   {tr_text(note)}" for note in secret_notes(change)),
            f"   {tr_text(undo_note(change))}",
        ]
    if plan.unchanged:
        left = QCoreApplication.translate("Plan", "Left as it is")
        names = ", ".join(resource_name(resource) for resource in plan.unchanged)
        lines += ["", f"= {left}: {names}"]
    return "\n".join(lines)
