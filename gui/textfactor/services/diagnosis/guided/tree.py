"""The tree of questions. Ids only: the sentences are in `words.guided`, the causes in the knowledge base."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = ["QUESTIONS", "START", "Ending", "Question"]


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its choices: the id of each, and where it leads (an id of `QUESTIONS`, or an end)."""

    id: str
    choices: tuple[tuple[str, str | Ending], ...]


@dataclass(frozen=True, slots=True)
class Ending:
    """Where an answer leads to: causes of its own, likeliest first, then those of a symptom of the knowledge base.

    `notes` are ids of remarks (`words.diagnosis_notes`): what to get next, so that it need not stay a guess.
    """

    symptom: str = ""
    causes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ("get_log_row",)


_RECEIPT: Final = ("get_receipt",)
_ROWS: Final = ("get_more_rows",)
_TEXTS: Final = ("template.ignored", "template.no_code", "vonage.characters_lost", "login.two_codes")
_FAILED: Final = ("auth0.send_failed", "auth0.action_missing")

UNKNOWN: Final = "unknown"
"""The choice of who does not know, which every question has that no other choice says it for."""

START: Final = "what"
"""The id of the first question."""

_ALL: Final = (
    Question(
        "what",
        (
            ("no_code", "who"),
            ("wrong_message", "message"),
            ("refused", Ending("code_refused", notes=_ROWS)),
            ("not_asked", "asked"),
            ("late", Ending("late", notes=_RECEIPT)),
            ("error_page", "page"),
            ("costs", Ending("costs")),
            (UNKNOWN, "log"),
        ),
    ),
    Question(
        "who",
        (
            ("everybody", "since"),
            ("countries", Ending("some_countries", notes=_RECEIPT)),
            ("users", "users"),
            ("carriers", Ending("some_carriers", notes=_RECEIPT)),
            ("own_phone", Ending("own_phone_only")),
            ("sometimes", Ending("sometimes")),
            (UNKNOWN, "test"),
        ),
    ),
    Question(
        "users",
        (
            ("one", Ending("some_users", notes=_RECEIPT)),
            ("other_number", Ending("wrong_phone")),
            ("cannot_enrol", Ending("enrollment_fails")),
            (UNKNOWN, "log"),
        ),
    ),
    Question(
        "since",
        (
            ("november", Ending("until_18_november")),
            ("secret", Ending("after_rotation")),
            ("another_day", "test"),
            ("never", "test"),
            (UNKNOWN, "test"),
        ),
    ),
    Question(
        "test",
        (
            ("arrives", Ending("test_works")),
            ("refused", Ending(causes=("vonage.status.4", "vonage.status.9", "vonage.status.15", "vonage.status.29"))),
            ("lost", Ending("log_says_sent", notes=_RECEIPT)),
            ("not_tried", "log"),
        ),
    ),
    Question(
        "log",
        (
            ("sent", Ending("log_says_sent", notes=_RECEIPT)),
            ("failure", Ending(causes=_FAILED, notes=("get_log_row", "get_execution"))),
            ("nothing", Ending("no_prompt")),
            ("no_access", Ending("no_code")),
        ),
    ),
    Question(
        "message",
        (
            ("signs", Ending("question_marks")),
            ("no_code", Ending("no_code_in_text")),
            ("text", Ending("wrong_text")),
            ("sender", Ending("sender_wrong")),
            ("two", Ending("two_codes", notes=_ROWS)),
            ("pieces", Ending("split")),
            ("empty", Ending("empty_message")),
            ("call", Ending("voice_call")),
            (UNKNOWN, Ending(causes=_TEXTS, notes=_RECEIPT)),
        ),
    ),
    Question(
        "asked",
        (
            ("nobody", Ending("no_prompt")),
            ("remembered", Ending(causes=("login.remembered",), notes=_ROWS)),
            ("other", Ending("other_factor")),
            (UNKNOWN, Ending("no_prompt")),
        ),
    ),
    Question(
        "page",
        (
            ("too_many", Ending("too_many")),
            ("hangs", Ending("no_retry", notes=("get_execution",))),
            ("refused", Ending("access_refused", notes=("get_answer",))),
            ("cannot_enrol", Ending("enrollment_fails")),
            (UNKNOWN, "log"),
        ),
    ),
)  # fmt: skip

QUESTIONS: Final = {question.id: question for question in _ALL}
"""All questions by id."""
