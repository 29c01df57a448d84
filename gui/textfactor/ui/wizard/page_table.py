"""Which class shows which page. Each is made shortly before the way first leads to it, after the window is up."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from textfactor.flow.flow import PageId

if TYPE_CHECKING:
    from textfactor.ui.wizard.page import PageTools, WizardPage
    from textfactor.ui.wizard.page_stack import PageFactory

PAGE_MODULES = tuple(
    f"textfactor.ui.wizard.pages.{name}"
    for name in (
        "own_tenant", "vonage", "send_test", "tenant", "messages", "sender", "factor", "review", "apply", "try_it",
        "done",
    )
)  # fmt: skip
"""In the order of the way. They are to be loaded in the GUI thread: PySide makes its classes when they are first
named, and two threads that name the same one disturb each other."""
_BEHIND = (
    "words.inputs", "words.problems", "words.progress", "ui.wizard.pages.welcome_calls", "words.sending",
    "services.sending.credentials", "services.sending.test_message", "services.sending.sender_run", "domain.sms_text",
    "services.setup.connect", "services.setup.executor", "services.setup.planner", "services.setup.undo",
    "services.setup.wishes", "services.messages.rewriting", "services.messages.looking", "words.templates",
    "services.login.login", "words.changes", "words.login", "words.running",
)  # fmt: skip


def load_pages() -> None:
    """Load what the pages rest on and which is free of Qt. Run it in a worker once the window is up."""
    for name in _BEHIND:
        import_module(f"textfactor.{name}")
    import_module("pygments.lexers.javascript")


def _welcome(tools: PageTools) -> WizardPage:
    from textfactor.ui.wizard.pages.welcome import WelcomePage

    return WelcomePage(tools)


def _vonage(tools: PageTools) -> WizardPage:
    from textfactor.ui.wizard.pages.vonage import VonagePage

    return VonagePage(tools)


def _send_test(tools: PageTools) -> WizardPage:
    from textfactor.ui.wizard.pages.send_test import SendTestPage

    return SendTestPage(tools)


def _tenant(tools: PageTools) -> WizardPage:
    from textfactor.ui.wizard.pages.tenant import TenantPage

    return TenantPage(tools)


def _messages(tools: PageTools) -> WizardPage:
    from textfactor.ui.wizard.pages.messages import MessagesPage

    return MessagesPage(tools)


def _sender(tools: PageTools) -> WizardPage:
    from textfactor.ui.wizard.pages.sender import SenderPage

    return SenderPage(tools)


def _factor(tools: PageTools) -> WizardPage:
    from textfactor.ui.wizard.pages.factor import FactorPage

    return FactorPage(tools)


def _review(tools: PageTools) -> WizardPage:
    from textfactor.ui.wizard.pages.review import ReviewPage

    return ReviewPage(tools)


def _apply(tools: PageTools) -> WizardPage:
    from textfactor.ui.wizard.pages.apply import ApplyPage

    return ApplyPage(tools)


def _try_it(tools: PageTools) -> WizardPage:
    from textfactor.ui.wizard.pages.try_it import TryItPage

    return TryItPage(tools)


def _done(tools: PageTools) -> WizardPage:
    from textfactor.ui.wizard.pages.done import DonePage

    return DonePage(tools)


PAGES: dict[PageId, PageFactory] = {
    PageId.WELCOME: _welcome,
    PageId.VONAGE: _vonage,
    PageId.TEST: _send_test,
    PageId.TENANT: _tenant,
    PageId.MESSAGES: _messages,
    PageId.SENDER: _sender,
    PageId.FACTOR: _factor,
    PageId.REVIEW: _review,
    PageId.APPLY: _apply,
    PageId.TRY: _try_it,
    PageId.DONE: _done,
}
