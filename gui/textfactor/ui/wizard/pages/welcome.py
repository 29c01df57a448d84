"""The first page: the practice world, or one's own tenant. Next opens it."""

import os.path
import uuid
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from textfactor.domain.answers import Answers, World, settle
from textfactor.domain.inputs import Fault, Field, InputIssue, clean_ca_file, clean_profile_name, clean_proxy
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.profile import Endpoints, Profile
from textfactor.flow.flow import PageId
from textfactor.services.container import Workspace
from textfactor.services.context import Call, CallContext
from textfactor.ui.widgets.choice_cards import ChoiceCards
from textfactor.ui.wizard.page import PageTools, WizardPage
from textfactor.ui.wizard.pages.own_tenant import OwnTenant

_CA_FILE = "ca_file"


class WelcomePage(WizardPage):
    """Asks which world, and opens it."""

    page_id = PageId.WELCOME

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self._parked: dict[World, Answers] = {}
        self._world = self._worlds()
        self._own = OwnTenant()
        self.body.addWidget(self._world)
        self.body.addWidget(self._own)
        self._world.chosen.connect(self._choose)
        self._own.edited.connect(self.changed)
        self.register(Field.PROFILE_NAME, self._own.name)
        self.register(Field.PROXY, self._own.proxy)
        self.register(Field.CA_FILE, self._own.ca_file)

    def _worlds(self) -> ChoiceCards[World]:
        cards: ChoiceCards[World] = ChoiceCards(name="world")
        cards.add(
            World.PRACTICE,
            self.tr("Practice world"),
            self.tr(
                "A stand-in Vonage and Auth0 on this computer. No accounts are needed, nothing leaves this computer, "
                "and every step works as it does with the real ones."
            ),
        )
        cards.add(
            World.OWN,
            self.tr("My own tenant"),
            self.tr(
                "Your Vonage account and your Auth0 tenant. Nothing is written to the tenant before you have seen "
                "and confirmed the plan."
            ),
        )
        cards.setAccessibleName(self.tr("Which world to work in"))
        return cards

    def heading(self) -> str:
        """See the base class."""
        return self.tr("Text message codes, sent by Vonage")

    def lead(self, answers: Answers) -> str:
        """See the base class."""
        del answers
        return self.tr(
            "Textfactor makes Vonage the SMS sender of Auth0 multi-factor authentication and proves that it works. "
            "It takes about ten minutes; this step costs nothing."
        )

    def show_answers(self, answers: Answers) -> None:
        """See the base class."""
        self._world.set_value(answers.world)
        self._own.setVisible(answers.world is World.OWN)
        self._own.show_answers(answers)

    def collect(self, answers: Answers) -> Answers:
        """See the base class."""
        world = self._world.value()
        if world is not answers.world:
            self._parked[answers.world] = answers
            answers = _accounts_of(self._parked.get(world, Answers()), replace(answers, world=world))
        return self._own.collect(answers) if world is World.OWN else answers

    def check(self, answers: Answers) -> tuple[InputIssue, ...]:
        """See the base class."""
        if answers.world is World.PRACTICE:
            return ()
        found = (
            (Field.PROFILE_NAME, clean_profile_name(answers.profile_name)),
            (Field.PROXY, clean_proxy(answers.proxy)),
        )
        issues = tuple(InputIssue(field, value) for field, value in found if isinstance(value, Fault))
        if any(issue.field is Field.PROXY for issue in issues):
            self._own.open_advanced()
        return issues

    def guard(self, answers: Answers) -> Call[Any] | None:
        """Open the world, unless it is open already."""
        services = self.tools.services
        if answers.world is World.PRACTICE:
            return None if self._is_open(answers) else services.open_practice
        profile = _profile(answers)
        return None if self._is_open(answers) else _opening(services.open_profile, profile)

    def accept_result(self, answers: Answers, result: Workspace) -> Answers:
        """Work in the opened world from now on."""
        self.tools.world.open(result)
        if answers.world is World.PRACTICE:
            # Each practice world has accounts of its own: those of an earlier one open nothing any more.
            blank = replace(Answers(), world=World.OWN)
            answers = _accounts_of(Answers(), settle(blank, answers))
        return replace(answers, opened=True, profile_id=result.profile.id)

    def next_label(self, answers: Answers) -> str:
        """See the base class."""
        if self._is_open(answers):
            return self.tr("Next")
        if answers.world is World.PRACTICE:
            return self.tr("Start the practice world")
        return self.tr("Open the profile")

    def show_problem(self, problem: Problem) -> None:
        """A missing CA file is said at its field."""
        if problem.code == _CA_FILE:
            self._own.open_advanced()
            self.mark((InputIssue(Field.CA_FILE, Fault.NO_SUCH_FILE),))
            return
        super().show_problem(problem)

    def _is_open(self, answers: Answers) -> bool:
        workspace = self.tools.world.workspace
        if workspace is None or not answers.opened:
            return False
        if answers.world is World.PRACTICE:
            return workspace.profile.practice
        return bool(answers.profile_id) and workspace.profile == _profile(answers)

    def _choose(self, world: World) -> None:
        self._own.setVisible(world is World.OWN)
        self.callout.clear()
        self.mark(())
        self.changed.emit()


def _accounts_of(source: Answers, answers: Answers) -> Answers:
    """Return the answers with the accounts of another set: they belong to their world."""
    return replace(
        answers,
        profile_id=source.profile_id,
        api_key=source.api_key,
        sender=source.sender,
        domain=source.domain,
        client_id=source.client_id,
        login=source.login,
    )


def _profile(answers: Answers) -> Profile:
    """Describe the profile that the answers ask for; a new one gets a random id."""
    name, proxy = clean_profile_name(answers.profile_name), clean_proxy(answers.proxy)
    ca_file = clean_ca_file(answers.ca_file, bool)
    return Profile(
        id=answers.profile_id or uuid.uuid4().hex,
        name=answers.profile_name if isinstance(name, Fault) else name,
        environment=answers.environment,
        practice=False,
        endpoints=Endpoints(ca_file=str(ca_file), proxy="" if isinstance(proxy, Fault) else proxy),
    )


def _opening(
    open_profile: Callable[[Profile, CallContext], Workspace], profile: Profile
) -> Call[Workspace]:
    """Make a call that opens a profile after a look at its CA file, which may lie on a slow disk."""

    def opening(ctx: CallContext) -> Workspace:
        if isinstance(clean_ca_file(profile.endpoints.ca_file, os.path.isfile), Fault):
            raise ProblemError(Problem(ProblemKind.FILE_FAILED, Service.LOCAL, code=_CA_FILE))
        return open_profile(profile, ctx)

    return opening
