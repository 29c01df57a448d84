"""Watches a tenant's log while somebody tries a login: each code's way as it grows, and all rows into the archive."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from textfactor.domain.problems import ProblemError, ProblemKind
from textfactor.domain.timeline import Light, Stage, Traces
from textfactor.services.context import CallContext, Doing, Progress
from textfactor.services.diagnosis.archive.pull import LOST, PAGE, pull
from textfactor.services.diagnosis.timeline.given import of_fate, of_phone
from textfactor.services.diagnosis.timeline.joining import join
from textfactor.services.diagnosis.timeline.rows import TYPES

if TYPE_CHECKING:
    from collections.abc import Callable

    from textfactor.domain.archive import RawLog
    from textfactor.domain.sent_tests import Fate
    from textfactor.domain.timeline import Execution, Journey
    from textfactor.services.diagnosis.knowledge import Knowledge
    from textfactor.services.ports import SmsGateway
    from textfactor.services.practice_ports import PracticePhone
    from textfactor.services.storing import LogArchive, SentTests
    from textfactor.services.tenant_ports import TenantApi

PAUSE: Final = 2.0
"""Seconds between two looks at the log (facts/auth0 3.3)."""
_PAGES: Final = 2
"""Pages that are read for the archive between two looks; with the look itself within two requests a second."""
_MOST_ROWS: Final = 500
"""Rows of logins that are joined; a longer watch forgets the oldest."""
_RUNS: Final = 2
"""Runs of the Action that are read in one look, and only where the log does not say that all went well."""
_ASKS: Final = 3
"""How often a report is asked for at most: Vonage charges for each."""
_EACH: Final = 5
"""Looks between two questions for reports, that is ten seconds."""
_NOT_TO_BE_HAD: Final = (
    ProblemKind.NOT_FOUND,
    ProblemKind.REFUSED,
    ProblemKind.MISSING_SCOPE,
    ProblemKind.PLAN_GATE,
)
_ON_THE_WAY: Final = frozenset({"", "accepted", "buffered", "submitted", "unknown"})


@dataclass(frozen=True, slots=True)
class Watched:
    """What is watched. `gateway` makes a Vonage client if reports shall be looked up, which Vonage charges for."""

    tenant: TenantApi
    domain: str
    archive: LogArchive
    knowledge: Knowledge | None = None
    phone: PracticePhone | None = None
    sent_tests: SentTests | None = None
    gateway: Callable[[], SmsGateway] | None = None


@dataclass(frozen=True, slots=True)
class News:
    """What a look found: rows that are new, oldest first, and all ways since the start, newest first."""

    rows: tuple[RawLog, ...] = ()
    journeys: tuple[Journey, ...] = ()


def watch(watched: Watched, ctx: CallContext, report: Callable[[News], None]) -> None:
    """Look each two seconds, until a stop is asked for; raises `CancelledError` then.

    `report` is called in the calling thread: at once, with nothing, when the watch has begun, and then whenever
    something changed. A rate limit is waited out; any other problem ends the watch.
    """
    look = _Look(watched, ctx, report)
    step = look.begin
    while True:
        ctx.cancel.check()
        pause = PAUSE
        try:
            if step == look.begin:
                step()
                step = look.again
            step()
        except ProblemError as error:
            if error.problem.kind is not ProblemKind.RATE_LIMITED:
                raise
            pause = max(PAUSE, error.problem.retry_after or 0.0)
        ctx.report(Progress(Doing.WATCHING_LOG, look.count))
        ctx.cancel.sleep(pause)


@dataclass(slots=True)
class _Look:
    """What is known so far."""

    watched: Watched
    ctx: CallContext
    report: Callable[[News], None]
    count: int = 0
    _after: str = ""
    _rows: list[RawLog] = field(default_factory=list["RawLog"])
    _untold: list[RawLog] = field(default_factory=list["RawLog"])
    _runs: dict[str, Execution | None] = field(default_factory=dict[str, "Execution | None"])
    _fates: dict[str, Fate] = field(default_factory=dict[str, "Fate"])
    _asked: Counter[str] = field(default_factory=Counter[str])
    _looks: int = 0
    _old_messages: int = 0
    _old_tests: frozenset[str] = frozenset()
    _seen: News = field(default_factory=News)

    def begin(self) -> None:
        """Begin behind the newest row, message and test."""
        watched = self.watched
        self._after = _newest(watched.tenant)
        if watched.phone is not None:
            self._old_messages = len(watched.phone.messages())
        if watched.sent_tests is not None:
            self._old_tests = frozenset(test.id for test in watched.sent_tests.all())
        self._bring_forward()
        self.report(self._seen)

    def again(self) -> None:
        """Look once; what is new is told, and kept in the archive as far as that is up to date."""
        before = self._after
        self._read_on()
        kept = self._keep(before)
        journeys = self._join()
        if self._learn(journeys):
            journeys = self._join()
        if self._untold or journeys != self._seen.journeys:
            self._seen = News(tuple(self._untold), journeys)
            self._untold.clear()
            self.report(self._seen)
        if not kept:
            self._bring_forward()
        self._looks += 1

    def _read_on(self) -> None:
        """Read what was written since the last look; what was read is kept here even if a later page fails."""
        try:
            while page := self._page():
                self._untold += page
                self._rows += [row for row in page if row.type in TYPES]
                del self._rows[:-_MOST_ROWS]
                self.count += len(page)
                self._after = page[-1].id
                if len(page) < PAGE:
                    break
        except ProblemError as error:
            if error.problem.kind not in LOST:
                raise
            self._after = _newest(self.watched.tenant)  # forgotten since nothing happened for days

    def _page(self) -> tuple[RawLog, ...]:
        self.ctx.cancel.check()
        if self._after:
            return self.watched.tenant.log_page(self._after, PAGE)
        first = self.watched.tenant.oldest_log()
        return (first,) if first is not None else ()

    def _keep(self, before: str) -> bool:
        """Keep the new rows, before they are told, if the archive ends just before them; else say that it does not."""
        archive, domain = self.watched.archive, self.watched.domain
        if archive.checkpoint(domain) != before:
            return False
        if self._untold:
            archive.add(domain, self._untold)
        return True

    def _bring_forward(self) -> None:
        """Read some pages that the archive lacks: rows are kept in order, or a gap would go unnoticed."""
        quiet = CallContext(cancel=self.ctx.cancel)
        pull(self.watched.tenant, self.watched.archive, self.watched.domain, quiet, _PAGES)

    def _join(self) -> tuple[Journey, ...]:
        watched = self.watched
        messages = watched.phone.messages()[self._old_messages :] if watched.phone is not None else ()
        tests = watched.sent_tests.all() if watched.sent_tests is not None else ()
        deliveries = (*map(of_phone, messages), *map(of_fate, self._fates.values()))
        runs = tuple(run for run in self._runs.values() if run is not None)
        fresh_tests = tuple(test for test in tests if test.id not in self._old_tests)
        traces = Traces(tuple(self._rows), runs, (), deliveries, fresh_tests)
        return join(traces, watched.knowledge)

    def _learn(self, journeys: tuple[Journey, ...]) -> bool:
        """Ask for what the ways name: runs of the Action once, reports a few times."""
        open_ways = [one for one in journeys if one.step(Stage.ACTION).light is not Light.GREEN]
        wanted = [one for way in open_ways for one in way.executions if one not in self._runs][:_RUNS]
        for one in wanted:
            self._runs[one] = self._run(one)
        return bool(wanted) | self._look_up(journeys)

    def _run(self, execution_id: str) -> Execution | None:
        try:
            return self.watched.tenant.execution(execution_id)
        except ProblemError as error:
            if error.problem.kind not in _NOT_TO_BE_HAD:
                raise
            return None

    def _look_up(self, journeys: tuple[Journey, ...]) -> bool:
        if self.watched.gateway is None or self._looks % _EACH:
            return False
        ids = [one for journey in journeys for one in journey.message_ids if self._open(one)][:20]
        if not ids:
            return False
        self._asked.update(ids)
        found = self.watched.gateway().fates(tuple(ids))
        self._fates.update({fate.message_id: fate for fate in found})
        return True

    def _open(self, message_id: str) -> bool:
        fate = self._fates.get(message_id)
        waiting = fate is None or fate.status in _ON_THE_WAY
        return waiting and self._asked[message_id] < _ASKS


def _newest(tenant: TenantApi) -> str:
    """Name the newest row, empty when the log is."""
    rows = tenant.logs("")
    return rows[-1].id if rows else ""
