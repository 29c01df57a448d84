"""What is said of a plan before and after it was carried out."""

from PySide6.QtCore import QCoreApplication

from textfactor.domain.plan import Plan, Purpose, Receipt
from textfactor.ui.messages import fill, tr_lines, tr_text
from textfactor.ui.panels.setup.asking import Asked
from textfactor.words.changes import summarize, summarize_receipt
from textfactor.words.left import left_notes
from textfactor.words.standing import run_title

translate = QCoreApplication.translate


def lead(plan: Plan) -> str:
    """Say how much it is and what can be taken back."""
    if not plan:
        return translate("PlanDesk", "The tenant was read and compared. Nothing has to be written.")
    if all(change.undo for change in plan.changes):
        promise = translate(
            "PlanDesk", "{summary}. Nothing has been written yet; every change can be taken back."
        )
    else:
        promise = translate(
            "PlanDesk", "{summary}. Nothing has been written yet; most of it can be taken back."
        )
    return fill(promise, summary=tr_text(summarize(plan)))


def nothing(plan: Plan, asked: Asked) -> str:
    """Say more about a plan without changes."""
    if asked.back and not plan:
        return translate("PlanDesk", "The last run left nothing that could be taken back.")
    return ""


def ending(receipt: Receipt) -> tuple[str, str, str]:
    """Say how a run ended: tone, title and sentences. What others changed since, and so was left, is a warning."""
    how_far = tr_lines((summarize_receipt(receipt), *left_notes(receipt)))
    if not receipt.complete:
        return "warning", translate("PlanDesk", "Stopped"), how_far
    if receipt.left:
        return "warning", translate("PlanDesk", "Taken back in part"), how_far
    if receipt.plan.takes_back:
        return "ok", translate("PlanDesk", "Taken back"), how_far
    if receipt.plan.purpose is Purpose.ROTATE:
        told = translate(
            "PlanDesk",
            "The Action runs with the new secret. Send yourself a code before you revoke the old one at Vonage.",
        )
        return "ok", translate("PlanDesk", "The secret is replaced"), told
    name = tr_text(run_title(receipt.plan.purpose))
    return "ok", fill(translate("PlanDesk", "Done: {what}"), what=name), how_far
