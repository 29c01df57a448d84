"""A run of the sender code on this computer, in words."""

from dataclasses import replace
from typing import assert_never

from textfactor.domain.running import RunOutcome, RunResult
from textfactor.words.sentence import Sentence, sentence
from textfactor.words.text import QT_TRANSLATE_NOOP, Text, text


def explain_run(result: RunResult) -> Sentence:
    """Say how a run of the sender ended; `seen` repeats the code's own reason."""
    told = _by_outcome(result)
    reason = ", ".join(piece for piece in (result.error_code, result.reason) if piece)
    if not reason:
        return told
    return replace(
        told, seen=text(QT_TRANSLATE_NOOP("words.running", "The sender says: {reason}"), reason=reason)
    )


def run_lines(result: RunResult) -> tuple[Text, ...]:
    """Tell the engine and the time of a run, and each line that the code wrote to its console."""
    took = text(
        QT_TRANSLATE_NOOP("words.running", "{engine}, {time} s"),
        engine=result.engine,
        time=f"{result.seconds:.2f}",
    )
    wrote = (
        text(QT_TRANSLATE_NOOP("words.running", "console: {line}"), line=line) for line in result.console
    )
    return (took, *wrote)


def _by_outcome(result: RunResult) -> Sentence:
    match result.outcome:
        case RunOutcome.OK:
            return sentence(
                QT_TRANSLATE_NOOP("words.running", "The sender works"),
                QT_TRANSLATE_NOOP(
                    "words.running",
                    "The very code that goes into the tenant ran in {engine} and handed a sample message to "
                    "the "
                    "practice Vonage. No real SMS was sent.",
                ),
                engine=result.engine,
            )
        case RunOutcome.DROPPED:
            return _dropped(result.engine)
        case RunOutcome.RETRY:
            return _retry(result.engine)
        case RunOutcome.THREW if result.error_code.startswith(("VONAGE_", "SENDER_")):
            return _gave_up(result.engine)
        case RunOutcome.THREW:
            return _threw(result.engine)
        case RunOutcome.TIMED_OUT:
            return _timed_out(result.engine)
        case _:
            assert_never(result.outcome)


def _dropped(engine: str) -> Sentence:
    return sentence(
        QT_TRANSLATE_NOOP("words.running", "The sender gave the message up"),
        QT_TRANSLATE_NOOP(
            "words.running",
            "It ran in {engine} and told Auth0 to drop the message, since another try would not help.",
        ),
        QT_TRANSLATE_NOOP(
            "words.running",
            "Its reason names the cause: a Vonage status, the country list, or a missing secret.",
        ),
        QT_TRANSLATE_NOOP(
            "words.running", "Correct that on the Vonage or the sender page, then run it again."
        ),
        engine=engine,
    )


def _gave_up(engine: str) -> Sentence:
    """Say what the sender of the legacy path means by an error of its own: it has no other way to report."""
    return sentence(
        QT_TRANSLATE_NOOP("words.running", "The sender did not send the message"),
        QT_TRANSLATE_NOOP(
            "words.running",
            "It ran in {engine} and reported an error, as the legacy path wants it: the user would see that no "
            "code can be sent, and could ask again.",
        ),
        QT_TRANSLATE_NOOP(
            "words.running",
            "Its reason names the cause: a Vonage status, the country list, or a missing secret.",
        ),
        QT_TRANSLATE_NOOP(
            "words.running", "Correct that on the Vonage or the sender page, then run it again."
        ),
        engine=engine,
    )


def _retry(engine: str) -> Sentence:
    return sentence(
        QT_TRANSLATE_NOOP("words.running", "The sender asks for another try"),
        QT_TRANSLATE_NOOP(
            "words.running",
            "It ran in {engine}; Vonage could not take the message now, and no SMS went out. Auth0 would "
            "run it again, "
            "up to five times within minutes.",
        ),
        QT_TRANSLATE_NOOP("words.running", "Run it again after a minute."),
        QT_TRANSLATE_NOOP(
            "words.running", "Switch retries off on the sender page if a late code is worse than none."
        ),
        engine=engine,
    )


def _threw(engine: str) -> Sentence:
    return sentence(
        QT_TRANSLATE_NOOP("words.running", "The sender ended with an error"),
        QT_TRANSLATE_NOOP(
            "words.running", "The code threw an error in {engine}. In the tenant no code would be sent."
        ),
        QT_TRANSLATE_NOOP(
            "words.running",
            "Read the error below; if it is not about the entries, it is a fault of Textfactor.",
        ),
        engine=engine,
    )


def _timed_out(engine: str) -> Sentence:
    return sentence(
        QT_TRANSLATE_NOOP("words.running", "The sender did not end in time"),
        QT_TRANSLATE_NOOP(
            "words.running",
            "It was still running in {engine} when its time was over. Auth0 stops an Action after 20 s.",
        ),
        QT_TRANSLATE_NOOP(
            "words.running", "Check that the practice world still runs, then run the sender again."
        ),
        engine=engine,
    )
