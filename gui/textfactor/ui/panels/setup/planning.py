"""From what is wished to a plan, and from its end to what is known then: the part of the panel that leads to writes."""

from dataclasses import replace
from functools import partial

from textfactor.domain.answers import Answers
from textfactor.domain.inputs import InputIssue
from textfactor.domain.plan import Purpose, Receipt
from textfactor.domain.secret import Secret
from textfactor.domain.tenant import Observed
from textfactor.services.container import Workspace
from textfactor.services.setup.kept_wishes import answers_after
from textfactor.services.setup.standing import purpose_meant
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.panels.frame import Panel
from textfactor.ui.panels.setup import asking
from textfactor.ui.panels.setup.action_list import (
    MEND,
    MOVE,
    OFF,
    ON,
    REMOVE,
    RIVALS,
    ROTATE,
    TEXTS,
    UNDO,
    WIZARD,
)
from textfactor.ui.panels.setup.asking import Asked, Remembered, Seen
from textfactor.ui.panels.setup.overview import FINISH
from textfactor.ui.panels.setup.views import Views
from textfactor.ui.panels.tools import PanelTools
from textfactor.ui.widgets.busy_button import BusyButton
from textfactor.ui.wizard.pages.plan_calls import Planned
from textfactor.words.standing import run_title

_PURPOSES = {MEND: Purpose.SET_UP, OFF: Purpose.TURN_OFF, ON: Purpose.TURN_ON, REMOVE: Purpose.REMOVE}


class PlanningPanel(Panel):
    """Base of the panel: it knows what the journal and the last look brought, and shows a plan for each wish."""

    def __init__(self, tools: PanelTools) -> None:
        super().__init__(tools)
        self._remembered: Remembered | None = None
        self._seen: Seen | None = None
        self._asked: Asked | None = None
        self._key = ""
        self.views = Views(tools, self.work)
        self.body.addWidget(self.views)
        self._connect_plans()

    def _connect_plans(self) -> None:
        views = self.views
        views.empty.clicked.connect(self._to_wizard)
        views.overview.wanted.connect(self._do)
        views.overview.drift.right_wanted.connect(self._set_right)
        views.rotate.wanted.connect(self._rotate)
        views.texts.wanted.connect(self._change_texts)
        views.replace.wanted.connect(self._replace)
        views.desk.ended.connect(self._ended)
        views.desk.again_wanted.connect(self._again)
        views.desk.plan_wanted.connect(self._plan_again)

    def read_journal(self) -> None:
        """Read again what was done here; the panel says how."""

    @property
    def _workspace(self) -> Workspace | None:
        """The world whose tenant is set up; None while there is none."""
        workspace = self.tools.world.workspace
        return workspace if workspace is not None and self._answers.domain else None

    @property
    def _answers(self) -> Answers:
        return self.tools.answers()

    @property
    def _observed(self) -> Observed | None:
        return self._seen.observed if self._seen is not None else None

    # ------------------------------------------------------------ from a wish to a plan

    def _to_wizard(self) -> None:
        self.tools.open_panel("wizard")

    def _do(self, key: str) -> None:
        """Lead to the plan of an action, by what has to be asked first."""
        if self._workspace is None or self.work.busy:
            return
        self._key, answers, last = key, self._answers, self._last()
        if key == WIZARD:
            self._to_wizard()
        elif key in _PURPOSES:
            self._plan(Asked(_PURPOSES[key], answers))
        elif key == UNDO and last is not None:
            self._plan(Asked(last.plan.purpose, answers, back=True))
        elif key == FINISH and last is not None:
            self._plan(asking.unfinished_wish(last, answers))
        elif key in (TEXTS, ROTATE):
            self._open_form(key)
        elif key in (MOVE, RIVALS):
            self._open_choice()

    def _last(self) -> Receipt | None:
        return self._remembered.last if self._remembered is not None else None

    def _open_form(self, key: str) -> None:
        if key == TEXTS:
            self.views.texts.ask(self._answers, self._observed)
            self.set_head(self.tr("Change the texts"), self.tr("Nothing is written before you see the plan."))
            self.views.show_form(self.views.texts)
        else:
            self.views.rotate.ask(self._answers.api_key)
            lead = self.tr(
                "The new secret is tried first: reading the balance is free. It is kept, and written to the tenant, "
                "only when you apply the plan."
            )
            self.set_head(self.tr("Replace the Vonage secret"), lead)
            self.views.show_form(self.views.rotate)

    def _open_choice(self) -> None:
        """Ask which of the others' Actions shall stop, if there is one; nobody else can answer that."""
        observed = self._observed
        if observed is None or not self.views.replace.ask(observed, self._answers.replaces):
            self._replace(())
            return
        self.set_head(self.tr("Who sends"), self.tr("Nothing is written before you see the plan."))
        self.views.show_form(self.views.replace)

    def _replace(self, names: tuple[str, ...]) -> None:
        purpose = Purpose.MOVE if self._key == MOVE else Purpose.SET_UP
        asked = Asked(purpose, replace(self._answers, replaces=names))
        self._plan(asked, self.views.replace.go if self.views.replace.isVisibleTo(self) else None)

    def _set_right(self) -> None:
        """Plan what was meant before: what was set up, or gone."""
        last = self._last()
        purpose = purpose_meant(last) if last is not None else None
        if purpose is not None:
            self._plan(Asked(purpose, self._answers))

    def _rotate(self, fresh: Secret) -> None:
        self._plan(Asked(Purpose.ROTATE, self._answers, fresh=fresh), self.views.rotate.go)

    def offer_texts(self, enroll: str, verify: str) -> bool:
        """Take texts that were written elsewhere into the form; False while something is under way."""
        if self._workspace is None or self.work.busy or self.views.desk.work.busy:
            return False
        self._key = TEXTS
        self._open_form(TEXTS)
        self.views.texts.put(enroll, verify)
        return True

    def _change_texts(self, enroll: str, verify: str) -> None:
        workspace = self._workspace
        if workspace is not None:
            wished = replace(self._answers, enroll_text=enroll, verify_text=verify)
            asked, texts = Asked(Purpose.TEMPLATES, wished), self.views.texts
            call = asking.planning_texts(workspace, self.tools.services, asked, texts.shown())
            self.callout.clear()
            self.work.run(call, partial(self._texts_planned, asked, workspace), button=texts.go)

    def _texts_planned(
        self, asked: Asked, workspace: Workspace, planned: Planned | tuple[InputIssue, ...]
    ) -> None:
        if isinstance(planned, Planned):
            self._planned(asked, workspace, planned)
        else:
            self.views.texts.refuse(planned)

    def _plan(self, asked: Asked, button: BusyButton | None = None) -> None:
        """Read the tenant and plan; without a form's button the desk shows the work."""
        workspace = self._workspace
        if workspace is None or self.work.busy:
            return
        self._asked = asked
        self.callout.clear()
        if button is None:
            self.views.show_desk()
            self._show_title(
                asked, fill(self.tr("Textfactor reads {domain} and compares."), domain=asked.answers.domain)
            )
        call = asking.planning_for(workspace, self.tools.services, asked)
        self.work.run(call, partial(self._planned, asked, workspace), button=button or self.views.desk.go)

    def _plan_again(self) -> None:
        if self._asked is not None:
            self._plan(self._asked)

    def _again(self, back: bool) -> None:
        if self._asked is not None:
            self._plan(replace(self._asked, back=True, fresh=None) if back else self._asked)

    def _planned(self, asked: Asked, workspace: Workspace, planned: Planned) -> None:
        if workspace is not self._workspace or planned.observed.domain != self._answers.domain:
            return
        self._asked = asked
        lead = self.views.desk.show_plan(asked, planned, workspace)
        self.views.show_plan()
        self._show_title(asked, lead)

    def _show_title(self, asked: Asked, lead: str) -> None:
        self.set_head(tr_text(run_title(asked.purpose, takes_back=asked.back)), lead)

    # ------------------------------------------------------------ what came of it

    def _ended(self, asked: Asked, receipt: Receipt) -> None:
        """Remember what is so now; how the tenant stands has to be looked at anew."""
        world = self.tools.world
        world.observed, world.plan, world.receipts = None, None, ()
        answers = asked.answers if receipt.applied else self._answers
        self.tools.keep_answers(answers_after(answers, receipt))
        self.views.rotate.forget()
        self._seen = None
        self._show_title(asked, answers.domain)
        self.read_journal()
