"""`textfactor logs pull`: a tenant's log is read into the archive, from where the last pull ended."""

from dataclasses import dataclass, field

from textfactor.cli.command import Frame
from textfactor.cli.exits import Exit
from textfactor.cli.logs_rows import MEGABYTE, facts_value, gap_line, problem_value
from textfactor.cli.output import Output
from textfactor.cli.target import Target
from textfactor.cli.worlds import Opened
from textfactor.domain.archive import Pulled
from textfactor.domain.problems import Problem
from textfactor.services.container import Services, TenantKey
from textfactor.services.context import CallContext, CancelledError, Progress
from textfactor.services.diagnosis.archive.pull import pull

_STOPPED = "Interrupted. What was kept stays; the next pull goes on from there."


@dataclass(slots=True)
class _Pull:
    """One run of `logs pull`."""

    output: Output
    limit: int
    domain: str = ""
    done: Pulled = field(default_factory=lambda: Pulled(0, drained=False))

    def work(self, opened: Opened, ctx: CallContext) -> Exit:
        """Read what is new into the archive."""
        archive, key = opened.workspace.archive, opened.tenant or TenantKey("")
        self.domain = key.domain
        if self.limit:
            archive.keep_within(self.limit)
        counting = CallContext(lambda progress: self._count(ctx, progress), ctx.cancel)
        try:
            self.done = pull(opened.workspace.tenant(key), archive, key.domain, counting)
        except CancelledError:
            self.output.note(_STOPPED)
        facts = archive.facts(key.domain)
        self.output.value(self._value(None) | facts_value(facts))
        if not self.output.as_json:
            self.output.answer(f"{self.done.added} new rows, {facts.rows} kept of {key.domain}.")
        self._tell_gap()
        return Exit.FINE

    def failed(self, problem: Problem | None) -> None:
        """Answer for what ended the pull early."""
        self.output.value(self._value(problem))

    def cut_off(self) -> str:
        """Answer for an end anywhere."""
        self.output.value(self._value(None))
        return _STOPPED

    def _count(self, ctx: CallContext, progress: Progress) -> None:
        """Say how far it is, each ten pages."""
        self.done = Pulled(progress.done, drained=False)
        ctx.report(Progress(progress.doing))
        if progress.done and progress.done % 1000 == 0:
            self.output.note(f"{progress.done} rows …")

    def _tell_gap(self) -> None:
        if self.done.gap is not None:
            missing = gap_line(self.done.gap)
            self.output.note(f"{missing}: Auth0 had forgotten them. Pull more often.")

    def _value(self, problem: Problem | None) -> dict[str, object]:
        gap = {"since": self.done.gap[0], "until": self.done.gap[1]} if self.done.gap else None
        return {
            "domain": self.domain,
            "added": self.done.added,
            "drained": self.done.drained,
            "gap": gap,
            "stopped_by": problem_value(problem) if problem else None,
        }


def pull_logs(services: Services, target: Target, megabytes: int, output: Output) -> Exit:
    """Read a tenant's log into the archive, from where the last pull ended."""
    command = _Pull(output, megabytes * MEGABYTE)
    frame = Frame(services, output, target, command.failed, command.cut_off)
    return frame.run(command.work, with_tenant=True, with_vonage=False)
