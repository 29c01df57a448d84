"""`textfactor logs watch`: logins hop by hop while they happen, until a signal."""

import signal
import threading
from collections.abc import Generator
from contextlib import contextmanager

from textfactor.cli.command import Frame
from textfactor.cli.exits import Exit
from textfactor.cli.logs_rows import problem_value, row_line, row_value
from textfactor.cli.output import Output
from textfactor.cli.target import Target
from textfactor.cli.worlds import Opened
from textfactor.domain.problems import Problem
from textfactor.domain.timeline import Journey, Light, Step
from textfactor.services.container import Services, TenantKey
from textfactor.services.context import CallContext, CancelledError, CancelToken
from textfactor.services.diagnosis.timeline.watching import News, Watched, watch
from textfactor.words.diagnosis import explain_article
from textfactor.words.moments import local_time
from textfactor.words.timeline import how_sure, joined_by, journey_word, stage_name, step_state

_SIGNS = {Light.GREEN: "ok", Light.RED: "FAIL", Light.UNKNOWN: "?"}
_STOPPED = "Stopped watching. What was seen is in the archive, or comes with the next pull."


def watch_logs(services: Services, target: Target, output: Output) -> Exit:
    """Write rows and logins as they come; only a signal or a problem ends it."""

    def work(opened: Opened, ctx: CallContext) -> Exit:
        workspace, key = opened.workspace, opened.tenant or TenantKey("")
        watched = Watched(
            workspace.tenant(key),
            key.domain,
            workspace.archive,
            services.knowledge(),
            workspace.phone,
            workspace.sent_tests,
        )
        teller = _Teller(services, output)
        try:
            with _terminable(ctx.cancel):
                watch(watched, ctx, teller.tell)
        except CancelledError:
            output.note(_STOPPED)
        return Exit.INTERRUPTED

    def failed(problem: Problem | None) -> None:
        if problem is not None:
            output.value({"event": "problem", "problem": problem_value(problem)})

    return Frame(services, output, target, failed, lambda: _STOPPED).run(
        work, with_tenant=True, with_vonage=False
    )


@contextmanager
def _terminable(token: CancelToken) -> Generator[None]:
    """Let a TERM signal stop the watch as Ctrl-C does. Outside the main thread nothing is changed."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    former = signal.signal(signal.SIGTERM, lambda _number, _frame: token.cancel())
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, former)


class _Teller:
    """Writes what is new: one line a row, some a login whose way has grown."""

    def __init__(self, services: Services, output: Output) -> None:
        self._services = services
        self._output = output
        self._told: dict[str, Journey] = {}
        self._began = False

    def tell(self, news: News) -> None:
        """Write rows and changed ways, in their order."""
        if not self._began:
            self._began = True
            self._output.value({"event": "watching"})
            self._output.note("Watching. Try a login now; Ctrl-C ends the watch.")
        for row in news.rows:
            self._output.value({"event": "row", "row": row_value(row)})
            if not self._output.as_json:
                self._output.answer(row_line(row))
        for journey in reversed(news.journeys):
            if self._told.get(journey.id) != journey:
                self._told[journey.id] = journey
                self._tell_journey(journey)

    def _tell_journey(self, journey: Journey) -> None:
        self._output.value({"event": "journey", "journey": journey_value(journey)})
        if self._output.as_json:
            return
        for line in journey_lines(journey):
            self._output.answer(line)
        if journey.cause:
            article = self._services.knowledge().article(journey.cause)
            self._output.answer(f"        {explain_article(article).title.english()} [{journey.cause}]")


def journey_value(journey: Journey) -> dict[str, object]:
    """Put a way into JSON."""
    return {
        "id": journey.id,
        "began": journey.began,
        "user": journey.user,
        "to": journey.to,
        "reference": journey.reference,
        "message_ids": list(journey.message_ids),
        "executions": list(journey.executions),
        "light": journey.light.value,
        "cause": journey.cause or None,
        "hops": [_step_value(step) for step in journey.steps],
    }


def _step_value(step: Step) -> dict[str, object]:
    link = step.link
    return {
        "hop": step.stage.value,
        "light": step.light.value,
        "at": step.at,
        "joined_by": link.by.value if link else None,
        "sure": link.sure.value if link else None,
        "evidence": [{"where": seen.where, "text": seen.text} for seen in step.evidence],
        "cause": step.cause or None,
    }


def journey_lines(journey: Journey, *, watched: bool = True) -> list[str]:
    """Put a way into lines: a heading, then one line a station; `watched`: what is missing may still come."""
    who = journey.user or journey.reference
    lines = [f"  {local_time(journey.began)}  {who}: {journey_word(journey, watched=watched).english()}"]
    for step in journey.steps:
        sign = "-" if journey.never_reached(step) else _SIGNS[step.light]
        head = f"{sign:>6}  {stage_name(step.stage).english()}: {step_state(step, journey).english()}"
        joined = (
            f" ({joined_by(step.link).english()}, {how_sure(step.link).english()})"
            if step.link and step.evidence
            else ""
        )
        said = " · ".join(" ".join(seen.text.split()) for seen in step.evidence)
        lines.append(f"{head}{joined}{f' – {said}' if said else ''}")
    return lines
