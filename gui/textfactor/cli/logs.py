"""`textfactor logs`: the local archive of a tenant's log: pulled, searched without a network, looked at, deleted."""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, field

from textfactor.cli.command import Frame
from textfactor.cli.exits import Exit, exit_for
from textfactor.cli.interrupt import asking
from textfactor.cli.output import Output
from textfactor.cli.target import Target
from textfactor.cli.worlds import Opened, kept_domain
from textfactor.domain.archive import ArchiveFacts, Pulled, RawLog
from textfactor.domain.inputs import Fault, Field, InputIssue, clean_domain
from textfactor.domain.problems import Problem, ProblemError
from textfactor.services.container import Services, TenantKey
from textfactor.services.context import CallContext, CancelledError, Progress
from textfactor.services.diagnosis.archive.pull import pull
from textfactor.services.storing import LogArchive
from textfactor.words.inputs import explain_fault
from textfactor.words.problems import explain

MEGABYTE = 1_000_000
_STOPPED = "Interrupted. What was kept stays; the next pull goes on from there."

Look = Callable[[LogArchive, str], Exit]
"""Work in the archive for the tenant with this domain."""


@dataclass(frozen=True, slots=True)
class Place:
    """Whose log: that of a world, or that of a tenant named by its domain, for which no world is opened."""

    target: Target
    domain: str = ""


def row_value(row: RawLog) -> dict[str, object]:
    """Put a row into JSON: the columns that are searched, and the row as Auth0 sent it."""
    return {
        "id": row.id,
        "date": row.date,
        "type": row.type,
        "user": row.user,
        "client": row.client,
        "ip": row.ip,
        "description": row.description,
        "detail": row.detail,
        "row": json.loads(row.raw),
    }


def row_line(row: RawLog) -> str:
    """Put a row into one line."""
    pieces = (row.description, "" if row.detail and row.detail in row.description else row.detail)
    told = " · ".join(piece for piece in pieces if piece)
    return " ".join(f"{row.date[:19].replace('T', ' ')}  {row.type}  {told}  {row.user}".split("\n")).rstrip()


# ---------------------------------------------------------------- pull


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
        self.output.value(self._value(None) | _facts_value(facts))
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
            since, until = self.done.gap
            self.output.note(
                f"Rows between {since} and {until} are missing: Auth0 had forgotten them. Pull more often."
            )

    def _value(self, problem: Problem | None) -> dict[str, object]:
        gap = {"since": self.done.gap[0], "until": self.done.gap[1]} if self.done.gap else None
        return {
            "domain": self.domain,
            "added": self.done.added,
            "drained": self.done.drained,
            "gap": gap,
            "stopped_by": problem_value(problem) if problem else None,
        }


def problem_value(problem: Problem) -> dict[str, object]:
    """Put a problem into JSON."""
    return {
        "kind": problem.kind.value,
        "where": problem.where.value,
        "title": explain(problem).title.english(),
    }


def pull_logs(services: Services, target: Target, megabytes: int, output: Output) -> Exit:
    """Read a tenant's log into the archive, from where the last pull ended."""
    command = _Pull(output, megabytes * MEGABYTE)
    frame = Frame(services, output, target, command.failed, command.cut_off)
    return frame.run(command.work, with_tenant=True, with_vonage=False)


# ---------------------------------------------------------------- what needs no network


def search_logs(services: Services, place: Place, words: str, most: int, output: Output) -> Exit:
    """Write the kept rows that have all these words, newest first; without words the newest."""

    def look(archive: LogArchive, domain: str) -> Exit:
        rows = archive.search(domain, words, most)
        output.value([row_value(row) for row in rows])
        if not output.as_json:
            for row in rows:
                output.answer(row_line(row))
        if rows:
            return Exit.FINE
        kept = archive.facts(domain).rows
        output.note(f"None of {kept} rows match." if kept else f"Nothing is kept of {domain}. Pull first.")
        return Exit.NOTHING_FOUND

    return _at(services, place, output, look)


def show_status(services: Services, place: Place, output: Output) -> Exit:
    """Write how much is kept of a tenant's log, from when to when, and what is missing in it."""

    def look(archive: LogArchive, domain: str) -> Exit:
        facts = archive.facts(domain)
        output.value({"domain": domain} | _facts_value(facts))
        if not output.as_json:
            output.answer(f"{facts.rows} rows of {domain}")
            if facts.rows:
                output.answer(f"from {facts.first} to {facts.last}")
            room = f" of at most {facts.limit / MEGABYTE:.0f} MB" if facts.limit else ""
            output.answer(f"{facts.bytes / MEGABYTE:.1f} MB on disk{room}, all tenants together")
            for since, until in facts.gaps:
                output.answer(f"rows between {since} and {until} are missing")
        return Exit.FINE

    return _at(services, place, output, look)


def delete_logs(services: Services, place: Place, output: Output, *, sure: bool) -> Exit:
    """Delete what is kept of a tenant's log, after asking. Nothing changes at Auth0."""

    def look(archive: LogArchive, domain: str) -> Exit:
        rows = archive.facts(domain).rows
        if not sure and not _agreed(f"Delete {rows} rows of {domain} from this computer? Type yes:", output):
            output.value({"domain": domain, "deleted": 0})
            output.note("Nothing was deleted.")
            return Exit.CHANGED
        archive.clear(domain)
        output.value({"domain": domain, "deleted": rows})
        if not output.as_json:
            output.answer(f"Deleted {rows} rows of {domain}.")
        return Exit.FINE

    if not sure and not sys.stdin.isatty():
        output.refuse("usage", "Nobody is here to ask, so nothing is deleted.", steps=("Add --yes.",))
        return Exit.USAGE
    return _at(services, place, output, look)


def _agreed(question: str, output: Output) -> bool:
    output.note(question)
    try:
        with asking():
            return sys.stdin.readline().strip().lower() in ("y", "yes")
    except CancelledError:
        return False


def _at(services: Services, place: Place, output: Output, look: Look) -> Exit:
    """Work in the archive: for a kept profile or a domain without opening anything."""
    if place.target.practice:
        return _in_practice(services, place, output, look)
    domain = clean_domain(place.domain) if place.domain else kept_domain(services, place.target.profile)
    if isinstance(domain, Fault):
        output.refuse("bad_domain", explain_fault(InputIssue(Field.DOMAIN, domain)).english())
        return Exit.USAGE
    if not domain:
        name = place.target.profile
        output.refuse("no_profile", f"No profile “{name}” with a tenant is kept here.", steps=(_WHICH,))
        return Exit.USAGE
    try:
        return look(services.archive(), domain)
    except ProblemError as error:
        output.tell(explain(error.problem))
        output.value({"domain": domain, "stopped_by": problem_value(error.problem)})
        return exit_for(error.problem)


_WHICH = "`textfactor profiles list` names them all; --domain takes a tenant without one."


def _in_practice(services: Services, place: Place, output: Output, look: Look) -> Exit:
    def work(opened: Opened, ctx: CallContext) -> Exit:
        ctx.cancel.check()
        return look(opened.workspace.archive, opened.answers.domain)

    def failed(problem: Problem | None) -> None:
        output.value({"domain": "", "stopped_by": problem_value(problem) if problem else None})

    frame = Frame(services, output, place.target, failed, lambda: "Interrupted.")
    return frame.run(work, with_tenant=True)


def _facts_value(facts: ArchiveFacts) -> dict[str, object]:
    return {
        "rows": facts.rows,
        "bytes": facts.bytes,
        "limit": facts.limit,
        "first": facts.first,
        "last": facts.last,
        "gaps": [{"since": since, "until": until} for since, until in facts.gaps],
    }
