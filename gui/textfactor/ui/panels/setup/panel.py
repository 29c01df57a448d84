"""The state of a set-up that is there, what to do next, and each step as a plan before it is made."""

from dataclasses import replace
from functools import partial

from PySide6.QtGui import QShowEvent

from textfactor.domain.answers import Answers
from textfactor.domain.inputs import InputIssue
from textfactor.domain.plan import Purpose, Receipt
from textfactor.domain.problems import Problem, ProblemKind, Service
from textfactor.domain.secret import Secret
from textfactor.domain.tenant import Observed
from textfactor.services.container import Workspace
from textfactor.services.setup.export.kinds import ExportKind
from textfactor.services.setup.kept_wishes import answers_after
from textfactor.ui.jobs import Done, Failed, Outcome
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.panels.frame import Panel
from textfactor.ui.panels.setup import asking
from textfactor.ui.panels.setup.action_list import MOVE, OFF, ON, REMOVE, RIVALS, ROTATE, TEXTS, UNDO, WIZARD
from textfactor.ui.panels.setup.asking import Asked, Remembered, Seen
from textfactor.ui.panels.setup.export_row import writing_export
from textfactor.ui.panels.setup.head import lead_of
from textfactor.ui.panels.setup.overview import FINISH
from textfactor.ui.panels.setup.views import Views
from textfactor.ui.panels.tools import PanelTools
from textfactor.ui.widgets.busy_button import BusyButton
from textfactor.ui.wizard.pages.plan_calls import Planned
from textfactor.words.standing import run_title

_PURPOSES = {OFF: Purpose.TURN_OFF, ON: Purpose.TURN_ON, REMOVE: Purpose.REMOVE}


class SetupPanel(Panel):
    """A real tenant is looked at when somebody asks for it; the practice one once when the panel is shown."""

    def __init__(self, tools: PanelTools) -> None:
        super().__init__(tools)
        self._remembered: Remembered | None = None
        self._seen: Seen | None = None
        self._asked: Asked | None = None
        self._key = ""
        self._owed = False
        self.views = Views(tools)
        self.body.addWidget(self.views)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        views = self.views
        views.empty.clicked.connect(self._to_wizard)
        views.overview.wanted.connect(self._do)
        views.overview.drift.right_wanted.connect(self._set_right)
        views.overview.verdict.look.clicked.connect(self._look)
        views.overview.export.wanted.connect(self._export)
        views.rotate.wanted.connect(self._rotate)
        views.texts.wanted.connect(self._change_texts)
        views.replace.wanted.connect(self._replace)
        for form in (views.rotate, views.texts, views.replace, views.desk):
            form.left.connect(self._home)
        views.desk.ended.connect(self._ended)
        views.desk.again_wanted.connect(self._again)
        views.desk.plan_wanted.connect(self._plan_again)
        self.work.busy_changed.connect(self._busy)
        self.work.stopped.connect(self._stopped)

    # ------------------------------------------------------------ whose set-up it is

    def showEvent(self, event: QShowEvent) -> None:
        """The wizard, or a command, may have changed things meanwhile."""
        super().showEvent(event)
        self._visit()

    def refresh(self) -> None:
        """Another world was opened: nothing that was found or planned is about it."""
        self._remembered = self._seen = self._asked = None
        self._owed = self.work.busy
        self.work.cancel()
        self.views.forget()
        self.callout.clear()
        self._show_state()
        self._home()
        if self.isVisible():
            self._visit()

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

    def _visit(self) -> None:
        """Read the journal, which costs no request, and look at a practice tenant."""
        workspace = self._workspace
        if self.views.is_home:
            self._home(focus=False)
        if workspace is not None:
            domain = self._answers.domain
            self.tools.jobs.start(asking.remembering(workspace, domain), self._remember)
            self._look_at_practice()

    def _remember(self, outcome: Outcome[Remembered]) -> None:
        if isinstance(outcome, Failed):
            self.show_problem(outcome.problem)
        elif isinstance(outcome, Done) and outcome.value.workspace is self._workspace:
            self._remembered = outcome.value
            self._show_state()

    def _look_at_practice(self) -> None:
        workspace = self._workspace
        if workspace is not None and workspace.profile.practice and self._seen is None:
            if self.work.busy:
                self._owed = True
            else:
                self._look()

    def _look(self) -> None:
        workspace = self._workspace
        if workspace is not None:
            self.callout.clear()
            call = asking.looking(workspace, self._answers)
            self.work.run(call, self._saw, button=self.views.overview.verdict.look)

    def _saw(self, seen: Seen) -> None:
        if seen.workspace is not self._workspace or seen.observed.domain != self._answers.domain:
            return
        self._seen, self._remembered = seen, seen.remembered
        self.tools.world.observed = seen.observed
        self._show_state()

    def _stopped(self) -> None:
        """What was stopped gave way to another world, or somebody pressed Cancel."""
        if self._owed:
            self._owed = False
            self._look_at_practice()

    def _busy(self, busy: bool) -> None:
        self.views.overview.set_usable(yes=not busy)

    # ------------------------------------------------------------ showing

    def _show_state(self) -> None:
        self.views.overview.show_state(self._remembered, self._seen)
        if self.views.is_home:
            self._show_head()

    def _show_head(self) -> None:
        workspace = self._workspace
        lead = lead_of(self._answers, workspace.profile, self._observed) if workspace is not None else ""
        self.set_head(self.tr("Setup"), lead)

    def _home(self, *, focus: bool = True) -> None:
        """Show how things stand; what was typed on the way there is forgotten."""
        on_the_way = not self.views.is_home
        if on_the_way:
            self.work.cancel()
            self.callout.clear()
        self.views.show_home(there=self._workspace is not None)
        self._show_head()
        if focus and on_the_way and self.isVisible():
            self.views.overview.focus(self._key)
            self._look_at_practice()

    def show_problem(self, problem: Problem) -> None:
        """A secret that Vonage refuses is told at its field, all else below."""
        refused = problem.kind is ProblemKind.BAD_CREDENTIALS and problem.where is Service.VONAGE
        if refused and self.views.rotate.isVisibleTo(self):
            self.views.rotate.refuse()
        else:
            super().show_problem(problem)

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
        """Plan what was planned before; what was meant to go goes again."""
        last = self._last()
        removed = last is not None and last.plan.purpose is Purpose.REMOVE
        self._plan(Asked(Purpose.REMOVE if removed else Purpose.SET_UP, self._answers))

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
        self._visit_later()

    def _visit_later(self) -> None:
        """Read the journal again, also where the panel is not to be seen just now."""
        workspace = self._workspace
        if workspace is not None:
            self.tools.jobs.start(asking.remembering(workspace, self._answers.domain), self._remember)

    def _export(self, kind: ExportKind, folder: str) -> None:
        workspace = self._workspace
        if workspace is not None:
            call = writing_export(workspace, self.tools.services, self._answers, kind, folder)
            row = self.views.overview.export
            self.work.run(call, partial(self._exported, folder), button=row.buttons[kind])

    def _exported(self, folder: str, names: tuple[str, ...] | None) -> None:
        row = self.views.overview.export
        row.show_written(names, folder)
        self.reveal(row.told)
