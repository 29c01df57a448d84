"""The first page: the practice world, or one's own tenant. Next opens it.

It is what the program paints first. So it loads what it shows, and the part for one's own tenant when that is
chosen; after the first paint a worker has those modules ready.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton

from textfactor.domain.answers import Answers, World, settle
from textfactor.flow.flow import PageId
from textfactor.ui.widgets.choice_cards import ChoiceCards
from textfactor.ui.wizard.page import PageTools, WizardPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from textfactor.domain.inputs import InputIssue
    from textfactor.domain.problems import Problem
    from textfactor.services.container import Workspace
    from textfactor.services.context import Call
    from textfactor.ui.last_places import Place
    from textfactor.ui.wizard.pages.own_tenant import OwnTenant


class WelcomePage(WizardPage):
    """Asks which world, and opens it."""

    page_id = PageId.WELCOME

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self._parked: dict[World, Answers] = {}
        self._way_back: Place | None = None
        self._world = self._worlds()
        self._own_if_made: OwnTenant | None = None
        self.body.addWidget(self._world)
        self.body.addWidget(self._missed())
        self._world.chosen.connect(self._choose)

    @property
    def _own(self) -> OwnTenant:
        """The part for one's own tenant, made when it is first wanted."""
        if self._own_if_made is None:
            from textfactor.domain.inputs import Field
            from textfactor.ui.wizard.pages.own_tenant import OwnTenant

            own = self._own_if_made = OwnTenant()
            own.show_answers(self.answers)
            self.body.insertWidget(1, own)
            own.edited.connect(self.changed)
            self.register(Field.PROFILE_NAME, own.name)
            self.register(Field.PROXY, own.proxy)
            self.register(Field.CA_FILE, own.ca_file)
        return self._own_if_made

    def make_ahead(self) -> None:
        """Have the part for one's own tenant ready, but out of sight."""
        if self._own_if_made is None:
            self._own.hide()
            QTimer.singleShot(0, self, self.dress)

    def _show_own(self, *, shown: bool) -> None:
        if shown or self._own_if_made is not None:
            self._own.setVisible(shown)

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

    def _missed(self) -> QPushButton:
        """Who comes with a code that did not arrive needs no set-up first."""
        missed = QPushButton(self.tr("A code did not arrive? Troubleshoot"))
        missed.setObjectName("code_missed")
        missed.setProperty("role", "link")
        missed.clicked.connect(self._troubleshoot)
        return missed

    def _troubleshoot(self) -> None:
        self.tools.open_panel("troubleshoot")

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
        own = answers.world is World.OWN
        self._show_own(shown=own)
        if own:
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
        from textfactor.domain.inputs import Field
        from textfactor.ui.wizard.pages.welcome_calls import wrong

        issues = wrong(answers, self._own.proxy_fault())
        if any(issue.field is Field.PROXY for issue in issues):
            self._own.open_advanced()
        return issues

    def guard(self, answers: Answers) -> Call[Any] | None:
        """Open the world, unless it is open already."""
        services = self.tools.services
        if self._is_open(answers):
            return None
        running = self.tools.world.practice
        if answers.world is World.PRACTICE and running is None:
            return services.open_practice
        from textfactor.ui.wizard.pages.welcome_calls import opening, profile_of, reopening

        if answers.world is World.PRACTICE and running is not None:
            return reopening(running)
        return opening(services, profile_of(answers))

    def accept_result(self, answers: Answers, result: Workspace) -> Answers:
        """Work in the opened world from now on."""
        world = self.tools.world
        back = result is world.practice
        self._way_back = world.places.of(result)
        world.open(result)
        if self._way_back is not None:
            return self._way_back.with_profile(answers)
        if answers.world is World.PRACTICE and not back:
            # Each practice world has accounts of its own: those of an earlier one open nothing any more.
            blank = replace(Answers(), world=World.OWN)
            answers = _accounts_of(Answers(), settle(blank, answers))
        return replace(answers, opened=True, profile_id=result.profile.id)

    def way_back(self) -> Place | None:
        """See the base class. Who had gone back to this page goes on from it."""
        place = self._way_back
        return None if place is None or place.page is PageId.WELCOME else place

    def next_label(self, answers: Answers) -> str:
        """See the base class."""
        if self._is_open(answers):
            return self.tr("Next")
        if answers.world is World.PRACTICE:
            return self.tr("Start the practice world")
        return self.tr("Open the profile")

    def show_problem(self, problem: Problem) -> None:
        """A missing CA file and a name that is taken are said at their fields."""
        from textfactor.domain.inputs import Field
        from textfactor.ui.wizard.pages.welcome_calls import at_a_field

        issue = at_a_field(problem)
        if issue is None:
            super().show_problem(problem)
            return
        if issue.field is Field.CA_FILE:
            self._own.open_advanced()
        self.mark((issue,))

    def _is_open(self, answers: Answers) -> bool:
        workspace = self.tools.world.workspace
        if workspace is None or not answers.opened:
            return False
        if answers.world is World.PRACTICE:
            return workspace.profile.practice
        from textfactor.ui.wizard.pages.welcome_calls import profile_of

        return bool(answers.profile_id) and workspace.profile == profile_of(answers)

    def _choose(self, world: World) -> None:
        self._show_own(shown=world is World.OWN)
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
