"""The Auth0 tenant: how it is reached, which rights are needed, and what is found in it."""

from dataclasses import replace
from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from textfactor.domain.answers import Answers, PolicyWish, TenantPath
from textfactor.domain.inputs import Field, InputIssue
from textfactor.domain.problems import Problem, ProblemKind
from textfactor.domain.tenant import Observed
from textfactor.flow.flow import PageId
from textfactor.services.context import Call
from textfactor.services.setup.scopes import scopes_for
from textfactor.ui.jobs import Done, Outcome
from textfactor.ui.messages import fill
from textfactor.ui.widgets.busy_button import BusyButton
from textfactor.ui.widgets.link_button import open_page
from textfactor.ui.wizard.page import PageTools, Remedy, WizardPage
from textfactor.ui.wizard.pages.fact_list import FactList
from textfactor.ui.wizard.pages.found_facts import found_facts
from textfactor.ui.wizard.pages.own_tenant import AUTH0_APPLICATIONS
from textfactor.ui.wizard.pages.scope_list import ScopeList
from textfactor.ui.wizard.pages.session_choice import OF_THE_KEYRING, SessionChoice
from textfactor.ui.wizard.pages.tenant_calls import Kept, TenantCheck, asking_the_store
from textfactor.ui.wizard.pages.tenant_fields import TenantFields
from textfactor.ui.wizard.pages.tenant_offer import TenantOffer
from textfactor.ui.wizard.pages.tenant_words import readiness, tone

_EXPLORER = "https://manage.auth0.com/#/apis/management/explorer"


class TenantPage(WizardPage):
    """Asks for the tenant and reads it; `tools.world.observed` has what was found."""

    page_id = PageId.TENANT

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self._call: TenantCheck | None = None
        self._tolerated: tuple[str, ...] = ()
        self._fields_box = TenantFields()
        self._offer = TenantOffer(tools, self._fields_box, self)
        self._scopes = ScopeList()
        self._check = BusyButton(self.tr("Check now"), name="check_now", primary=False)
        self._facts = FactList(
            self.tr("Found in the tenant"),
            self.tr(
                "After the check: the phone path, the sender, the phone provider, the texts and the SMS factor as "
                "they are today."
            ),
            name="found",
        )
        self._session = SessionChoice(tools.services, tools.jobs)
        for part in (self._offer.banner, self._fields_box, self._session, self._scopes, self._check):
            self.body.addWidget(part)
        self.set_aside(self._facts)
        self._connect()

    def _connect(self) -> None:
        fields = self._fields_box
        self.register(Field.DOMAIN, fields.domain)
        self.register(Field.CLIENT_ID, fields.client_id)
        self.register(Field.CLIENT_SECRET, fields.client_secret)
        self.register(Field.TOKEN, fields.token)
        fields.edited.connect(self.changed)
        self._offer.taken.connect(self._taken)
        self._check.clicked.connect(self._check_now)
        self._session.failed.connect(self.show_problem)
        self._session.chosen.connect(self._session_chosen)
        self.changed.connect(self._outdate)
        self.tools.world.changed.connect(self._forget)

    def heading(self) -> str:
        """See the base class."""
        return self.tr("Your Auth0 tenant")

    def lead(self, answers: Answers) -> str:
        """See the base class."""
        del answers
        return self.tr("Textfactor reads what the tenant has today. It changes nothing here.")

    def show_answers(self, answers: Answers) -> None:
        """See the base class."""
        self._fields_box.show_values(answers.domain, answers.client_id, answers.login)
        self._show_scopes(answers.tenant_path, answers)
        observed = self.tools.world.observed
        fits = observed is not None and observed.domain == answers.domain and answers.tenant_path is not None
        self._facts.show_facts(found_facts(observed) if observed is not None and fits else ())

    def _show_scopes(self, path: TenantPath | None, answers: Answers) -> None:
        """List the unified path's scopes until the path is known; the legacy path's are all among them."""
        change = answers.policy is not PolicyWish.LEAVE
        self._scopes.show_scopes(scopes_for(path or TenantPath.UNIFIED, change_policy=change))

    def collect(self, answers: Answers) -> Answers:
        """See the base class."""
        fields = self._fields_box
        return replace(
            answers,
            domain=fields.clean_domain(),
            client_id=fields.clean_client_id(),
            login=fields.login(),
            tenant_path=answers.tenant_path if fields.fresh_secret() is None else None,
        )

    def check(self, answers: Answers) -> tuple[InputIssue, ...]:
        """See the base class."""
        del answers
        return self._fields_box.issues()

    def guard(self, answers: Answers) -> Call[Any] | None:
        """Read the tenant, unless it was read as it stands here."""
        return None if self._known(answers) else self._make_call(answers)

    def _known(self, answers: Answers) -> bool:
        observed = self.tools.world.observed
        known = observed is not None and observed.domain == answers.domain and answers.tenant_path is not None
        return known and self._fields_box.fresh_secret() is None

    def next_label(self, answers: Answers) -> str:
        """See the base class."""
        return self.tr("Next") if self._known(answers) else self.tr("Check")

    def mark(self, issues: tuple[InputIssue, ...]) -> None:
        """See the base class. What is missing in empty fields is the tenant that is at hand."""
        point = self._offer.is_missed(issues)
        super().mark(() if point else issues)
        if point:
            self._offer.banner.point()

    def accept_result(self, answers: Answers, result: Observed) -> Answers:
        """Keep what was found for the pages to come; the secret is in the store now."""
        self._keep(result)
        return replace(answers, tenant_path=result.path)

    def entered(self) -> None:
        """Ask which tenant is at hand, and whether its secret is kept."""
        workspace = self.tools.world.need()
        self._session.show_for(workspace.profile.id, practice=workspace.profile.practice)
        self._offer.look()
        self.tools.jobs.start(asking_the_store(workspace), self._asked)

    def remedy(self, problem: Problem) -> Remedy | None:
        """See the base class."""
        if problem.kind is ProblemKind.BAD_CREDENTIALS:
            return Remedy(self.tr("Open Auth0 applications"), self._open_applications)
        if problem.kind is ProblemKind.TOKEN_EXPIRED:
            return Remedy(self.tr("Open the API Explorer"), self._open_explorer)
        if problem.kind is ProblemKind.MISSING_SCOPE:
            return Remedy(self.tr("Copy the missing scopes"), self._copy_missing)
        if problem.kind in OF_THE_KEYRING:
            return Remedy(self.tr("Keep it for this session only"), self._session.choose_memory)
        return None

    def _session_chosen(self, memory: bool) -> None:
        """Go on where the keyring was in the way."""
        if memory and self.callout.tone() == "error":
            self._check_now()

    def show_problem(self, problem: Problem) -> None:
        """What was found is shown also when it bars the way on."""
        observed = self._call.observed if self._call is not None else None
        if observed is not None:
            self._keep(observed)
        self._missing = problem.detail
        super().show_problem(problem)
        if problem.kind is ProblemKind.MISSING_SCOPE and observed is not None:
            self.callout.add_action(self.tr("Go on without them"), self._go_on, name="go_on")

    _missing = ""

    # ------------------------------------------------------------ what is at hand

    def _taken(self) -> None:
        self.callout.clear()
        self._check.setFocus()
        self.changed.emit()

    def _asked(self, outcome: "Outcome[Kept]") -> None:
        if isinstance(outcome, Done) and outcome.value.workspace is self.tools.world.workspace:
            for login, there in outcome.value.ways.items():
                self._fields_box.known_as_kept(login, there=there)
            self._offer.compare()

    # ------------------------------------------------------------ the check

    def _check_now(self) -> None:
        self.changed.emit()
        issues = self._fields_box.issues()
        self.mark(issues)
        if not issues:
            self.run(self._make_call(self.answers), self._checked, button=self._check)

    def _make_call(self, answers: Answers) -> TenantCheck:
        workspace, fresh = self.tools.world.need(), self._fields_box.fresh_secret()
        self._call = TenantCheck(workspace, answers, fresh, self._tolerated)
        return self._call

    def _checked(self, observed: Observed) -> None:
        self.update_answers(self.accept_result(self.as_asked(), observed))
        self.stays_with(observed)

    def stays_with(self, result: Observed) -> bool:
        """See the base class."""
        observed = result
        self._offer.compare()
        title = fill(self.tr("{domain} can be set up"), domain=observed.domain)
        self.callout.show_message(tone(observed), title, readiness(observed))
        self.reveal(self.callout)
        return True

    def _keep(self, observed: Observed) -> None:
        world = self.tools.world
        world.observed = observed
        self._fields_box.settled(lasting=world.need().secrets.lasting)
        self._facts.show_facts(found_facts(observed))
        self._show_scopes(observed.path, self.answers)

    def _go_on(self) -> None:
        if self._call is not None and self._call.observed is not None:
            self._tolerated = self._call.observed.missing_scopes
            self.update_answers(replace(self.answers, tenant_path=self._call.observed.path))
            self.next_wanted.emit()

    def _outdate(self) -> None:
        """Facts of another tenant than the one that stands here are taken away."""
        self._offer.compare()
        observed = self.tools.world.observed
        if observed is not None and observed.domain != self._fields_box.clean_domain():
            self._facts.show_facts(())

    def _forget(self) -> None:
        self._tolerated = ()
        self._call = None
        self._fields_box.clear()
        self._facts.show_facts(())

    def _copy_missing(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._missing.split()))

    def _open_applications(self) -> None:
        open_page(AUTH0_APPLICATIONS)

    def _open_explorer(self) -> None:
        open_page(_EXPLORER)
