"""A shell with several real pages in a row, on a tenant in memory: what is planned here is applied there."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import replace

from pytestqt.qtbot import QtBot
from tests.fakes.profiles import InMemoryKeeper, InMemoryProfiles
from tests.fakes.setup import with_old_action
from tests.fakes.world import InMemoryWorkspace, SimpleNumbers
from tests.support.knowledge import known
from tests.support.rules import rules
from tests.ui.demo import Drafts, demo_pages
from tests.ui.pages.stage import CHECKED, SECRET, Stage, _opened, world

from textfactor.adapters.folders import Folders
from textfactor.domain.answers import Answers, PolicyWish, TenantPath
from textfactor.domain.plan import BindingState, Change, Plan, Receipt, Resource
from textfactor.domain.problems import Problem, ProblemKind, Service
from textfactor.domain.secret import AUTH0_SECRET, VONAGE_SECRET, Secret, SecretRef
from textfactor.domain.tenant import LEGACY_TRIGGER
from textfactor.flow.flow import PageId
from textfactor.services.container import Services
from textfactor.ui.jobs import Jobs
from textfactor.ui.wizard.page import PageTools
from textfactor.ui.wizard.page_table import PAGES
from textfactor.ui.wizard.shell import Shell
from textfactor.ui.world import CurrentWorld

CODE = """const OPTIONS = {"countries":[],"retries":true,"timeout_ms":8000}; // put here by Textfactor
exports.onExecuteCustomPhoneProvider = async (event, api) => {};
"""
LEGACY_CODE = """const OPTIONS = {"countries":[],"timeout_ms":8000}; // put here by Textfactor
exports.onExecuteSendPhoneMessage = async (event) => {};
"""
ANSWERED = replace(
    CHECKED,
    domain="acme.example",
    client_id="client",
    tenant_path=TenantPath.UNIFIED,
    policy=PolicyWish.ALWAYS,
    test_number="+49 1512 3456789",
)


def prepared(workspace: InMemoryWorkspace | None = None) -> InMemoryWorkspace:
    """A workspace whose secrets are kept, as they are after the earlier pages."""
    made = workspace or world()
    for name, value in ((VONAGE_SECRET, SECRET), (AUTH0_SECRET, "auth0secret")):
        made.secrets.put(SecretRef(made.profile.id, name), Secret(value))
    return made


def stopped_while_replacing(workspace: InMemoryWorkspace, *, complete: bool = False) -> None:
    """Somebody's Action still sends, and a command that was to take it off the trigger did not come to that."""
    workspace.the_tenant = with_old_action()
    change = Change(
        Resource.BINDING,
        BindingState(("Old SMS",)),
        BindingState(("Textfactor SMS sender",)),
        "PATCH",
        f"/actions/triggers/{LEGACY_TRIGGER}/bindings",
    )
    plan = Plan("acme.example", (change,), path=TenantPath.LEGACY)
    stopped = Receipt(plan, (), Problem(ProblemKind.CONNECTION_LOST, Service.AUTH0))
    ended = Receipt(plan, (change,)) if complete else stopped
    workspace.journal.end(workspace.journal.begin(plan), ended)


@contextmanager
def on_pages(
    qtbot: QtBot,
    *pages: PageId,
    answers: Answers = ANSWERED,
    workspace: InMemoryWorkspace | None = None,
    code: Callable[[], str] = lambda: CODE,
    legacy_code: Callable[[], str] = lambda: LEGACY_CODE,
) -> Generator[Stage, None, None]:
    """Open a world and show the first of these pages; all of them are the real ones, the others are not."""
    workspace = workspace or prepared()
    jobs, panels = Jobs(), []
    current = CurrentWorld(jobs)
    services = Services(
        lambda ctx: workspace,
        lambda profile, ctx: workspace,
        Drafts(),
        SimpleNumbers(),
        lambda path: legacy_code() if path is TenantPath.LEGACY else code(),
        known,
        sending_rules=rules,
        folders=Folders(),
        profiles=InMemoryProfiles(),
        secrets=InMemoryKeeper(),
    )
    table = demo_pages(welcome=_opened) | {page: PAGES[page] for page in pages}
    shell = Shell(PageTools(services, jobs, current, panels.append), table)
    qtbot.addWidget(shell)
    shell.resize(868, 740)
    with qtbot.waitActive(shell):
        shell.show()
        shell.activateWindow()
    try:
        current.open(workspace)
        shell.wizard.resume(pages[0].value, answers)
        qtbot.waitUntil(lambda: shell.page.page_id is pages[0])
        yield Stage(qtbot, shell, workspace, panels)
    finally:
        jobs.shutdown()


def label(stage: Stage) -> str:
    """What the filled button says."""
    return stage.shell.footer.primary.text()


def may_go_on(stage: Stage) -> bool:
    return stage.shell.footer.primary.isEnabled()
