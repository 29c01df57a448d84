"""What the panel shows of a report, and the calls that make it; they run in a worker."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

    from textfactor.domain.bulk import CauseCount
    from textfactor.domain.diagnosis import Diagnosis, Report
    from textfactor.domain.sending import SendResult
    from textfactor.domain.sent_tests import Fate
    from textfactor.domain.timeline import Journey
    from textfactor.services.container import Services
    from textfactor.services.context import Call, CallContext
    from textfactor.services.diagnosis.guided import Ending
    from textfactor.services.diagnosis.knowledge import Knowledge
    from textfactor.words.diagnosis import Explanation
    from textfactor.words.text import Text

LARGEST: Final = 16_000_000
"""Bytes that are read of what is no export; what is larger is cut, and a note says so."""
_HEAD: Final = 256 * 1024


@dataclass(frozen=True, slots=True)
class Told:
    """A diagnosis with its article. `root` is the title of the cause that it follows from; `spread` is for exports."""

    diagnosis: Diagnosis
    explanation: Explanation
    root: Text | None = None
    spread: CauseCount | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A report with all its words, and the pages that its links may open (those of the knowledge base)."""

    report: Report
    told: tuple[Told, ...]
    pages: frozenset[str]
    name: str = ""
    logins: tuple[Journey, ...] = ()
    """Logins of which pieces of both sides were pasted, each put together into one way."""
    titles: tuple[tuple[str, Text], ...] = ()
    """The titles of the causes that stand at the stations of those."""


def answer_of(report: Report, knowledge: Knowledge, name: str = "") -> Answer:
    """Put the words to a report."""
    from textfactor.words.diagnosis import explain_article, explain_diagnosis

    def root(one: Diagnosis) -> Text | None:
        return explain_article(knowledge.article(one.follows)).title if one.follows else None

    told = tuple(Told(one, explain_diagnosis(one, knowledge), root(one)) for one in report.diagnoses)
    pages = frozenset(link for article in knowledge.articles.values() for link in article.links)
    return Answer(report, told, pages, name)


def reading(services: Services, text: str | bytes, name: str = "") -> Call[Answer]:
    """Make the call that reads and diagnoses a text."""

    def read(ctx: CallContext) -> Answer:
        ctx.cancel.check()
        return _answer(services, text, name)

    return read


def _answer(services: Services, text: str | bytes, name: str) -> Answer:
    from textfactor.services.diagnosis.readers import read_input
    from textfactor.services.diagnosis.rules import diagnose

    cut = len(text) > LARGEST
    knowledge = services.knowledge()
    report = diagnose(read_input(text[:LARGEST] if cut else text, name), knowledge)
    if cut:
        report = replace(report, notes=(*report.notes, "too_long"))
    return _with_logins(answer_of(report, knowledge, name), knowledge)


def _with_logins(answer: Answer, knowledge: Knowledge) -> Answer:
    """Add the logins of which pieces of both sides are there."""
    from textfactor.services.diagnosis.timeline.pasted import joined_logins
    from textfactor.words.diagnosis import explain_article

    logins = joined_logins(answer.report.reading, knowledge)
    causes = dict.fromkeys(step.cause for one in logins for step in one.steps if step.cause)
    titles = tuple((cause, explain_article(knowledge.article(cause)).title) for cause in causes)
    return replace(answer, logins=logins, titles=titles)


def opening(services: Services, path: Path) -> Call[Answer | None]:
    """Make the call that looks at a file: None for a whole export, else its answer. Raises FILE_FAILED."""

    def look(ctx: CallContext) -> Answer | None:
        from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
        from textfactor.services.diagnosis.bulk import looks_like_export

        ctx.cancel.check()
        try:
            with path.open("rb") as file:
                head = file.read(_HEAD)
                if looks_like_export(head, path.stat().st_size, path.name):
                    return None
                given = head + file.read(LARGEST + 1 - len(head))
        except OSError as error:
            raise ProblemError(
                Problem(ProblemKind.FILE_FAILED, Service.LOCAL, error.strerror or type(error).__name__)
            ) from None
        return _answer(services, given, path.name)

    return look


def of_test(
    services: Services,
    result: SendResult,
    *,
    arrived: bool | None,
    country: str,
    fates: tuple[Fate, ...] = (),
) -> Call[Answer]:
    """Make the call that diagnoses the last test message."""

    def read(ctx: CallContext) -> Answer:
        from textfactor.services.diagnosis.last_test import report_of_test, text_of_test

        ctx.cancel.check()
        text = text_of_test(result, arrived=arrived, country=country, fates=fates)
        if text:
            return _answer(services, text, "")
        knowledge = services.knowledge()
        return answer_of(report_of_test(result, knowledge), knowledge)

    return read


def of_ending(services: Services, ending: Ending) -> Call[Answer]:
    """Make the call that says where the guided questions led to."""

    def read(ctx: CallContext) -> Answer:
        from textfactor.services.diagnosis.guided import report_of

        ctx.cancel.check()
        knowledge = services.knowledge()
        return answer_of(report_of(ending, knowledge), knowledge)

    return read
