"""What is said of a plan before and after it was carried out."""

from PySide6.QtCore import QCoreApplication

from textfactor.domain.plan import Plan, Purpose, Receipt
from textfactor.ui.messages import fill, tr_text
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


def success(receipt: Receipt) -> tuple[str, str]:
    """Say how a run ended: title and sentence."""
    how_far = tr_text(summarize_receipt(receipt))
    if not receipt.complete:
        return translate("PlanDesk", "Stopped"), how_far
    if receipt.plan.takes_back:
        return translate("PlanDesk", "Taken back"), "\n".join((how_far, *map(tr_text, left_notes(receipt))))
    if receipt.plan.purpose is Purpose.ROTATE:
        told = translate(
            "PlanDesk",
            "The Action runs with the new secret. Send yourself a code before you revoke the old one at Vonage.",
        )
        return translate("PlanDesk", "The secret is replaced"), told
    name = tr_text(run_title(receipt.plan.purpose))
    return fill(translate("PlanDesk", "Done: {what}"), what=name), how_far
