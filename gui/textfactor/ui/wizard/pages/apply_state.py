"""Where an apply stands, and what is said of it."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from textfactor.domain.answers import Answers
from textfactor.domain.plan import Receipt
from textfactor.ui.messages import fill, tr_lines
from textfactor.words.changes import summarize_receipt
from textfactor.words.left import left_notes

Told = tuple[str, str, str]
"""Tone, title and sentence."""


class State(StrEnum):
    """Where the apply page stands; its buttons follow from it."""

    READING = "reading"
    SHOWN = "shown"
    RUNNING = "running"
    STOPPED = "stopped"
    DONE = "done"
    UNDO_SHOWN = "undo_shown"
    UNDONE = "undone"


def say(
    state: State, answers: Answers, signs: tuple[str, ...], *, whole: bool, left_out: int = 0
) -> Told | None:
    """Say where it stands; nothing while it runs, since the button does.

    `signs` are those of the rows, `whole` tells whether an undo could bring everything back,
    `left_out` how many changes the undo needs no request for.
    """
    translate = QCoreApplication.translate
    match state:
        case State.READING | State.RUNNING:
            return None
        case State.SHOWN:
            body = translate(
                "Apply", "The plan is another one now. Nothing of what you see here has been written yet."
            )
            return "info", translate("Apply", "Look at the plan again"), body
        case State.STOPPED:
            return "warning", translate("Apply", "Stopped"), _how_far(signs)
        case State.DONE:
            return "ok", translate("Apply", "Everything is in place"), _success(answers)
        case State.UNDO_SHOWN:
            return "info", translate("Apply", "Take it back?"), _undo_shown(left_out)
        case State.UNDONE:
            return "ok", translate("Apply", "Taken back"), _restored(whole=whole)


def _undo_shown(left_out: int) -> str:
    body = QCoreApplication.translate(
        "Apply", "These requests put back what was there. Nothing has been taken back yet."
    )
    if left_out <= 0:
        return body
    fewer = QCoreApplication.translate(
        "Apply",
        "They are fewer than the changes that were made, since deleting the Action takes its deployment along.",
    )
    return f"{body} {fewer}"


def _restored(*, whole: bool) -> str:
    if whole:
        return QCoreApplication.translate(
            "Apply", "The tenant is as it was before. You can go back and plan again."
        )
    return QCoreApplication.translate(
        "Apply",
        "The tenant is as it was before, but for what the plan said cannot be taken back in full. You can go back "
        "and plan again.",
    )


def taken_back_in_part(receipt: Receipt, *, whole: bool) -> Told:
    """Say what an undo left to whoever changed it since; `whole` is as for `say`."""
    translate = QCoreApplication.translate
    lines = [tr_lines((summarize_receipt(receipt), *left_notes(receipt)))]
    if not whole:
        lines.append(
            translate("Apply", "What the plan said cannot be taken back in full is not as it was either.")
        )
    return "warning", translate("Apply", "Taken back in part"), "\n".join(lines)


def _success(answers: Answers) -> str:
    if answers.factor_on:
        return QCoreApplication.translate(
            "Apply", "The tenant sends its codes through Vonage now. Next, see one arrive."
        )
    return QCoreApplication.translate(
        "Apply", "The SMS factor is off, as you wished: no codes are sent before it is switched on."
    )


def _how_far(signs: tuple[str, ...]) -> str:
    if not signs:
        return ""
    text = QCoreApplication.translate(
        "Apply", "{done} of {total} steps were made. Go on compares with the tenant and does the rest."
    )
    return fill(text, done=signs.count("✓"), total=len(signs))
