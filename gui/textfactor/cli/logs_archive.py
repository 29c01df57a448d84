"""`textfactor logs search`, `status` and `delete`: the archive as it lies here. Needs no network."""

import sys
from collections.abc import Callable
from dataclasses import dataclass

from textfactor.cli.command import Frame
from textfactor.cli.exits import Exit, exit_for
from textfactor.cli.interrupt import asking
from textfactor.cli.logs_rows import MEGABYTE, facts_value, gap_line, problem_value, row_line, row_value
from textfactor.cli.output import Output
from textfactor.cli.target import Target
from textfactor.cli.worlds import Opened, kept_domain
from textfactor.domain.inputs import Fault, Field, InputIssue, clean_domain
from textfactor.domain.problems import Problem, ProblemError
from textfactor.services.container import Services
from textfactor.services.context import CallContext, CancelledError
from textfactor.services.storing import LogArchive
from textfactor.words.inputs import explain_fault
from textfactor.words.moments import local_time
from textfactor.words.problems import explain

Look = Callable[[LogArchive, str], Exit]
"""Work in the archive for the tenant with this domain."""


@dataclass(frozen=True, slots=True)
class Place:
    """Whose log: that of a world, or that of a tenant named by its domain, for which no world is opened."""

    target: Target
    domain: str = ""


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
        output.value({"domain": domain} | facts_value(facts))
        if not output.as_json:
            output.answer(f"{facts.rows} rows of {domain}")
            if facts.rows:
                output.answer(f"from {local_time(facts.first)} to {local_time(facts.last)}")
            room = f" of at most {facts.limit / MEGABYTE:.0f} MB" if facts.limit else ""
            output.answer(f"{facts.bytes / MEGABYTE:.1f} MB on disk{room}, all tenants together")
            for gap in facts.gaps:
                output.answer(gap_line(gap))
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
