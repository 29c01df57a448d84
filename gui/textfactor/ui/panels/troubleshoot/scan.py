"""One export being read: what the worker tells the window, and whose file it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textfactor.domain.diagnosis import Evidence
from textfactor.ui.panels.troubleshoot.answer import Told, answer_of

if TYPE_CHECKING:
    from pathlib import Path

    from textfactor.domain.bulk import BulkReport, CauseCount
    from textfactor.services.container import Services
    from textfactor.services.context import CallContext
    from textfactor.services.diagnosis.bulk.source import ExportSource
    from textfactor.services.diagnosis.knowledge import Knowledge


@dataclass(frozen=True, slots=True)
class Cause:
    """A cause of an export: `told` is None where nobody knows it, `text` is an error in its own words."""

    count: int
    first: str
    last: str
    text: str
    row: int = -1
    told: Told | None = None
    goes_on: bool = False
    """Whether it was met until the end of the export."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What an export says so far, with its words."""

    bulk: BulkReport
    causes: tuple[Cause, ...]
    pages: frozenset[str]


def seen_of(bulk: BulkReport, knowledge: Knowledge) -> Seen:
    """Put the words to what an export says: known causes as the diagnosis ranks them, then the unknown errors."""
    from textfactor.services.diagnosis.bulk.report import goes_on, to_report

    answer = answer_of(to_report(bulk), knowledge)
    counts = {count.cause: count for count in bulk.causes if count.cause}
    known = [_known(told, counts.get(told.diagnosis.cause)) for told in answer.told]
    unknown = [_cause(count) for count in bulk.causes if not count.cause]
    unknown.sort(key=lambda cause: not goes_on(cause.last, bulk))
    causes = tuple(replace(cause, goes_on=goes_on(cause.last, bulk)) for cause in (*known, *unknown))
    return Seen(bulk, causes, answer.pages)


def _known(told: Told, count: CauseCount | None) -> Cause:
    one = told.diagnosis
    if count is None:
        return Cause(one.count, one.first, one.last, "", told=told)
    # Its places are those in one row, and the source of an export is not shown.
    evidence = tuple(Evidence("", piece.text) for piece in one.evidence)
    return replace(_cause(count), told=replace(told, diagnosis=replace(one, evidence=evidence), spread=count))


def _cause(count: CauseCount) -> Cause:
    return Cause(count.count, count.first, count.last, count.text, count.row)


class Scan:
    """Reads a file in a worker. `latest` is what is known so far; the file stays open for the table until `close`."""

    def __init__(self, services: Services, path: Path) -> None:
        self._services = services
        self._path = path
        self._source: ExportSource | None = None
        self._over = self._unwanted = False
        self.latest: Seen | None = None

    @property
    def name(self) -> str:
        """The file's name, without its folder."""
        return self._path.name

    def run(self, ctx: CallContext) -> Seen:
        """Read it to its end; a call for the workers. Raises as `scan_export` does."""
        from textfactor.services.context import Doing, Progress
        from textfactor.services.diagnosis.bulk.causes import explain_by_rules
        from textfactor.services.diagnosis.bulk.scan import scan_export

        knowledge = self._services.knowledge()
        self._source = source = self._services.open_export(self._path)

        def partial(bulk: BulkReport) -> None:
            self.latest = seen_of(bulk, knowledge)
            ctx.report(
                Progress(Doing.READING_EXPORT, 100 * bulk.read // max(1, bulk.bytes), 100, source.name)
            )

        try:
            bulk = scan_export(source, ctx, partial, explain_by_rules(knowledge))
            return seen_of(bulk, knowledge)
        except BaseException:
            self._unwanted = True
            raise
        finally:
            self._over = True
            if self._unwanted:
                source.close()

    def close(self) -> None:
        """Let the file go, now or when the worker is done with it. May be called twice."""
        self._unwanted = True
        if self._over and self._source is not None:
            self._source.close()
