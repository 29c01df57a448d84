"""The short names of the steps, as the side shows them, which of them were left out, and what stands below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from textfactor.flow.flow import PageId

if TYPE_CHECKING:  # the window paints first
    from textfactor.domain.answers import Answers
    from textfactor.ui.wizard.setup_wizard import SetupWizard


def step_title(page: PageId) -> str:
    """Name a step in two words at most."""
    titles = {
        PageId.WELCOME: QCoreApplication.translate("Steps", "Welcome"),
        PageId.VONAGE: QCoreApplication.translate("Steps", "Vonage"),
        PageId.TEST: QCoreApplication.translate("Steps", "Test message"),
        PageId.TENANT: QCoreApplication.translate("Steps", "Auth0 tenant"),
        PageId.MESSAGES: QCoreApplication.translate("Steps", "Messages"),
        PageId.SENDER: QCoreApplication.translate("Steps", "Sender"),
        PageId.FACTOR: QCoreApplication.translate("Steps", "SMS factor"),
        PageId.REVIEW: QCoreApplication.translate("Steps", "Review"),
        PageId.APPLY: QCoreApplication.translate("Steps", "Apply"),
        PageId.TRY: QCoreApplication.translate("Steps", "Try it"),
        PageId.DONE: QCoreApplication.translate("Steps", "Done"),
    }
    return titles[page]


def left_out(answers: Answers) -> tuple[PageId, ...]:
    """Name the steps that can be passed without doing what they are for, and were (so far)."""
    proved = {
        PageId.TEST: answers.test_accepted or answers.test_arrived is not None,
        PageId.SENDER: answers.sender_ran,
        PageId.TRY: answers.login_accepted,
    }
    return tuple(page for page, yes in proved.items() if not yes)


def setup_note(wizard: SetupWizard) -> str:
    """Say below the steps what is not obvious of them: some were looked at long ago, or nothing is written yet."""
    if wizard.done_earlier():
        return QCoreApplication.translate(
            "MainWindow", "○ Done before the program was last closed, and not checked again since."
        )
    before = wizard.page_now.page_id not in (PageId.APPLY, PageId.TRY, PageId.DONE)
    if before and not wizard.answers.applied:
        return QCoreApplication.translate("MainWindow", "Nothing is written to your tenant before Apply.")
    return ""
