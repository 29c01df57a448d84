"""A plan as rows: what each change does, the request that does it, before and after; and the same as text."""

from PySide6.QtCore import QCoreApplication

from textfactor.domain.plan import BindingState, Change, Plan, PolicyState, Resource
from textfactor.domain.tenant import Observed
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.widgets.card import Card
from textfactor.ui.widgets.change_row import ChangeRow
from textfactor.words.changes import after, before, describe, title, undo_note

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
    }
    return names[resource]


def sign(change: Change) -> str:
    """Choose the sign: `+` makes, `~` changes, `−` removes."""
    if change.after is None:
        return "−"
    return "+" if change.before in (None, BindingState(())) else "~"


class PlanCard(Card):
    """The rows of one plan. The same plan again changes nothing, so that rows do not flicker."""

    def __init__(self, *, name: str = "plan") -> None:
        super().__init__(ruled=True, name=name)
        self._plan: Plan | None = None
        self._changes: list[ChangeRow] = []
        self.hide()

    def show_plan(self, plan: Plan, observed: Observed | None = None) -> None:
        """Show a plan, with what it leaves alone when `observed` is given."""
        if plan != self._plan or not self._changes:
            self._plan = plan
            self.clear()
            self._changes = [_row(change) for change in plan.changes]
            for row in self._changes:
                self.add(row)
            if observed is not None and plan.unchanged:
                self.add(_unchanged(plan, observed))
        self.setVisible(bool(self.rows()))

    def show_done(self, done: int, *, at_work: bool = True) -> None:
        """Tick the first `done` changes; the next one is under way if `at_work`."""
        for place, row in enumerate(self._changes):
            if place < done:
                row.set_sign(_DONE)
            elif place == done and at_work:
                row.set_sign(_NOW)
            elif not at_work:
                row.set_sign(_NOT_DONE)

    def show_failed(self, place: int) -> None:
        """Mark the change that went wrong."""
        if place < len(self._changes):
            self._changes[place].set_sign(_FAILED)

    def signs(self) -> tuple[str, ...]:
        """The signs of the changes, top to bottom."""
        return tuple(row.sign() for row in self._changes)


def _row(change: Change) -> ChangeRow:
    request = f"{change.method} {change.path}"
    return ChangeRow(
        sign(change),
        tr_text(title(change)),
        request,
        before=tr_text(before(change)),
        after=tr_text(after(change)),
    )


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
            f"   {tr_text(undo_note(change))}",
        ]
    if plan.unchanged:
        left = QCoreApplication.translate("Plan", "Left as it is")
        names = ", ".join(resource_name(resource) for resource in plan.unchanged)
        lines += ["", f"= {left}: {names}"]
    return "\n".join(lines)
