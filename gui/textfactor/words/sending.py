"""What became of an SMS, in words."""

from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import assert_never

from textfactor.domain.problems import Problem, ProblemKind, Service
from textfactor.domain.sending import PartResult, SendOutcome, SendResult
from textfactor.words.amounts import euros, rounded
from textfactor.words.problems import explain, seen
from textfactor.words.sentence import Sentence, sentence
from textfactor.words.text import QT_TRANSLATE_NOOP, Text, text
from textfactor.words.vonage_status import STATUSES, explain_status, status_name

__all__ = [
    "STATUSES",
    "cost",
    "explain_send",
    "explain_status",
    "part_line",
    "rest_words",
    "status_name",
    "total_price",
]


def explain_send(result: SendResult) -> Sentence:
    """Say what became of one send. Nothing here ever advises a send where the outcome is unknown."""
    match result.outcome:
        case SendOutcome.ACCEPTED:
            return _accepted(result)
        case SendOutcome.REFUSED:
            return _refused(result)
        case SendOutcome.UNKNOWN:
            return _unknown(result)
        case SendOutcome.NOT_SENT:
            return _not_sent(result.problem)
        case _:
            assert_never(result.outcome)


def _accepted(result: SendResult) -> Sentence:
    told = sentence(
        QT_TRANSLATE_NOOP("words.sending", "Vonage accepted the message"),
        STATUSES["0"].meaning,
        *STATUSES["0"].next,
        QT_TRANSLATE_NOOP(
            "words.sending",
            "If it does not come: check the number, then look the message ID up in Vonage's SMS logs.",
        ),
    )
    price = cost(result)
    return replace(told, seen=price) if price else told


def cost(result: SendResult) -> Text | None:
    """Say about what a send cost and what is left, None when Vonage named no price."""
    total = total_price(result.parts)
    if not total:
        return None
    balance = _amount(result.balance)
    if balance is None:
        return text(
            QT_TRANSLATE_NOOP(
                "words.sending", "It cost about {price} (euros, unless the account has another currency)."
            ),
            price=euros(total),
        )
    return text(
        QT_TRANSLATE_NOOP(
            "words.sending",
            "It cost about {price}; about {balance} is left (euros, unless the account has another currency).",
        ),
        price=euros(total),
        balance=rounded(str(balance)),
    )


def total_price(parts: tuple[PartResult, ...]) -> str:
    """Add the parts' prices up; empty where Vonage named none, or one that is no figure."""
    prices = [_amount(part.price) for part in parts if part.price]
    total = sum((price for price in prices if price), Decimal(0))
    return "" if not total or None in prices else _plain(total)


def _amount(figure: str) -> Decimal | None:
    """Read a figure of Vonage's, None when it is none."""
    try:
        value = Decimal(figure)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def _plain(value: Decimal) -> str:
    """Write a figure without the zeros that Vonage puts behind it."""
    return f"{value.normalize():f}"


def _refused(result: SendResult) -> Sentence:
    failure = result.first_failure
    if failure is None:
        return explain(result.problem or Problem(ProblemKind.REFUSED, Service.VONAGE))
    told = explain_status(failure.status)
    accepted = sum(part.status == "0" for part in result.parts)
    if accepted:
        told = replace(
            told,
            title=text(
                QT_TRANSLATE_NOOP(
                    "words.sending",
                    "Vonage accepted {accepted} of {total} parts and refused one with {status}",
                ),
                accepted=accepted,
                total=len(result.parts),
                status=failure.status,
            ),
        )
    return replace(told, seen=_own_words(failure))


def _own_words(part: PartResult) -> Text | None:
    """Repeat Vonage's error text."""
    if not part.error_text:
        return None
    return text(QT_TRANSLATE_NOOP("words.sending", "Vonage answered: {answer}"), answer=part.error_text)


def _unknown(result: SendResult) -> Sentence:
    told = sentence(
        QT_TRANSLATE_NOOP("words.sending", "Whether Vonage took the message is not known"),
        QT_TRANSLATE_NOOP(
            "words.sending",
            "The request went out, but no usable answer came back. The SMS may be on its way and may cost "
            "money. "
            "Textfactor does not send it again by itself.",
        ),
        QT_TRANSLATE_NOOP("words.sending", "Wait two minutes and look at the phone."),
        QT_TRANSLATE_NOOP(
            "words.sending",
            "Look the number up in Vonage's SMS logs: a message at this time means that Vonage took it.",
        ),
        QT_TRANSLATE_NOOP(
            "words.sending", "Send again only after that: a second SMS may arrive besides the first."
        ),
    )
    return replace(told, seen=seen(result.problem)) if result.problem else told


_NO_ANSWER = (ProblemKind.TIMED_OUT, ProblemKind.CONNECTION_LOST)


def _not_sent(problem: Problem | None) -> Sentence:
    title = text(QT_TRANSLATE_NOOP("words.sending", "No SMS was sent"))
    if problem is None:
        return Sentence(
            title,
            text(QT_TRANSLATE_NOOP("words.sending", "It was stopped before the request went out.")),
            (text(QT_TRANSLATE_NOOP("words.sending", "Send it when you are ready.")),),
        )
    told = explain(problem)
    # What is said of an answer that got lost is not true of a request that never went out.
    steps = told.next if problem.kind in _NO_ANSWER else (told.meaning, *told.next)
    return replace(told, title=title, meaning=told.title, next=steps)


def part_line(part: PartResult) -> Text:
    """Describe one part: its status, and its message ID or Vonage's error text."""
    told = part.message_id or part.error_text
    return text(
        QT_TRANSLATE_NOOP("words.sending", "status {status}: {told}")
        if told
        else QT_TRANSLATE_NOOP("words.sending", "status {status}"),
        status=part.status,
        told=told,
    )


def rest_words(milliseconds: int) -> Text:
    """Say, beside the button that rests, for how long Vonage asked to wait."""
    seconds = f"{milliseconds / 1000:.1f}".removesuffix(".0")
    return text(QT_TRANSLATE_NOOP("words.sending", "Rests {seconds} s, as Vonage asked"), seconds=seconds)
