"""The window with the state of a set-up under Setup, on a world in memory, and hands for it."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.fakes.setup import patient
from tests.fakes.tenant import InMemoryTenant
from tests.fakes.world import InMemoryWorkspace
from tests.ui import demo
from tests.ui.pages.stage import _opened, world
from tests.ui.pages.tenant_stage import ANSWERED, CODE, LEGACY_CODE, prepared

from textfactor.domain.answers import Answers, TenantPath
from textfactor.domain.plan import Plan, Purpose, Receipt
from textfactor.services.setup.detect import detect
from textfactor.services.setup.planner import make_plan
from textfactor.services.setup.sender_source import sender_source
from textfactor.services.setup.wishes import wishes
from textfactor.ui.main_window import MainWindow
from textfactor.ui.panels.panel_table import PANELS
from textfactor.ui.panels.setup.panel import SetupPanel
from textfactor.ui.widgets.callout import Callout
from textfactor.ui.wizard.pages.plan_calls import applying
from textfactor.ui.wizard.pages.plan_card import PlanCard

DONE = replace(ANSWERED, plan_size=9, applied=True, opened=True)


def code_for(path: TenantPath) -> str:
    return LEGACY_CODE if path is TenantPath.LEGACY else CODE


def ran(
    workspace: InMemoryWorkspace,
    purpose: Purpose = Purpose.SET_UP,
    answers: Answers = DONE,
    change: Callable[[Plan], Plan] = lambda plan: plan,
) -> Receipt:
    """Carry a plan out, as the wizard or a command would have."""
    observed = detect(workspace.the_tenant, answers.domain, patient(), purpose)
    code = sender_source(code_for(observed.path), answers)
    plan = change(make_plan(observed, wishes(answers, code, answers.replaces or ()), purpose))
    return applying(workspace, answers, plan)(patient())


def set_up_world(*, practice: bool = True, tenant: InMemoryTenant | None = None) -> InMemoryWorkspace:
    """A world whose tenant was set up by us."""
    made = prepared(world(practice=practice))
    if tenant is not None:
        made.the_tenant = tenant
    ran(made)
    made.the_tenant.calls.clear()
    return made


class PanelStage:
    """Widgets are found by the names that people who drive the panel use too."""

    def __init__(self, qtbot: QtBot, main: MainWindow, workspace: Any) -> None:
        self.qtbot, self.main, self.workspace = qtbot, main, workspace

    @property
    def panel(self) -> SetupPanel:
        panel = self.main.panel("state")
        assert isinstance(panel, SetupPanel)
        return panel

    @property
    def answers(self) -> Answers:
        return self.main.shell.wizard.answers

    def find(self, kind: Any, name: str) -> Any:
        found = self.panel.findChild(kind, name)
        assert found is not None, name
        return found

    def shown(self, name: str) -> bool:
        return self.find(QWidget, name).isVisible()

    def click(self, name: str) -> None:
        def ready() -> bool:
            button = self.find(QAbstractButton, name)
            return button.isVisible() and button.isEnabled()

        self.until(ready)
        self.find(QAbstractButton, name).click()

    def type(self, name: str, text: str) -> None:
        line = self.find(QLineEdit, name)
        line.selectAll()
        self.qtbot.keyClicks(line, text)

    def until(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=20_000)

    def said(self, name: str) -> str:
        callout = self.find(Callout, name)
        return "" if callout.isHidden() else f"{callout.title()} {callout.body()}"

    def sentences(self, root: QWidget | None = None) -> str:
        labels = (root or self.panel).findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def looked(self) -> None:
        self.until(lambda: "Not looked yet" not in self.said("verdict") and not self.panel.work.busy)

    def planned(self) -> str:
        """Wait for a plan on the desk and return its signs."""
        self.until(lambda: self.panel.views.desk.isVisible() and not self.panel.work.busy)
        return "".join(self.find(PlanCard, "panel_plan").signs())

    def applied(self) -> str:
        """Carry out what is on the desk, and wait for what is said of it."""
        self.click("panel_apply")
        self.until(lambda: self.said("panel_told") != "" and not self.panel.views.desk.work.busy)
        return self.said("panel_told")

    def home(self) -> None:
        self.click("panel_back")
        self.until(lambda: self.panel.views.overview.isVisible() and not self.panel.work.busy)


@contextmanager
def on_panel(
    qtbot: QtBot,
    folder: Path,
    workspace: InMemoryWorkspace,
    answers: Answers = DONE,
    size: tuple[int, int] = (1100, 740),
) -> Generator[PanelStage, None, None]:
    """Show the panel with these answers of the wizard."""
    settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    services = replace(demo.services(), sender_code=code_for)
    main = MainWindow(services, demo.demo_pages(welcome=_opened), PANELS, settings)
    qtbot.addWidget(main)
    main.resize(*size)
    with qtbot.waitActive(main):
        main.show()
        main.activateWindow()
    try:
        main.world.open(workspace)
        main.shell.wizard.start_over(answers)
        main.show_panel("state")
        yield PanelStage(qtbot, main, workspace)
    finally:
        main.close()
