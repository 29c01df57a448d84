"""What the watch and the archive have done beside the window."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from textfactor.services.context import Doing
from textfactor.services.diagnosis.archive.pull import pull
from textfactor.services.diagnosis.timeline.watching import News, Watched, watch
from textfactor.services.keys import tenant_key
from textfactor.words.diagnosis import explain_article

if TYPE_CHECKING:
    from textfactor.domain.answers import Answers
    from textfactor.domain.archive import ArchiveFacts, Pulled, RawLog
    from textfactor.domain.timeline import Journey
    from textfactor.services.container import Services, Workspace
    from textfactor.services.context import Call, CallContext
    from textfactor.services.storing import LogArchive
    from textfactor.words.text import Text

MOST: Final = 500
"""So many rows are found at most."""


@dataclass(slots=True)
class Watching:
    """What a running watch has told so far; written by the worker, read by the window when it is told to look."""

    newest: News | None = None
    titles: dict[str, Text] = field(default_factory=dict[str, "Text"])
    """The titles of the causes that were found."""


def watching(services: Services, workspace: Workspace, answers: Answers, into: Watching) -> Call[None]:
    """Make the call that watches the tenant until it is cancelled."""

    def look(ctx: CallContext) -> None:
        ctx.doing(Doing.WATCHING_LOG)
        knowledge = services.knowledge()

        def take(news: News) -> None:
            for cause in {step.cause for one in news.journeys for step in one.steps if step.cause}:
                into.titles[cause] = explain_article(knowledge.article(cause)).title
            into.newest = news

        watched = Watched(
            workspace.tenant(tenant_key(workspace, answers)),
            answers.domain,
            workspace.archive,
            knowledge,
            workspace.phone,
            workspace.sent_tests,
        )
        watch(watched, ctx, take)

    return look


@dataclass(frozen=True, slots=True)
class Kept:
    """What the archive has of a tenant, and what was just pulled, if anything was."""

    facts: ArchiveFacts
    pulled: Pulled | None = None


def pulling(workspace: Workspace, answers: Answers) -> Call[Kept]:
    """Make the call that reads what is new into the archive."""

    def read(ctx: CallContext) -> Kept:
        tenant = workspace.tenant(tenant_key(workspace, answers))
        done = pull(tenant, workspace.archive, answers.domain, ctx)
        return Kept(workspace.archive.facts(answers.domain), done)

    return read


def looking(archive: LogArchive, domain: str) -> Call[Kept]:
    """Make the call that says what is kept."""

    def look(ctx: CallContext) -> Kept:
        ctx.cancel.check()
        return Kept(archive.facts(domain))

    return look


def finding(archive: LogArchive, domain: str, words: str) -> Call[tuple[RawLog, ...]]:
    """Make the call that searches."""

    def find(ctx: CallContext) -> tuple[RawLog, ...]:
        ctx.cancel.check()
        return archive.search(domain, words, MOST)

    return find


def deleting(archive: LogArchive, domain: str) -> Call[Kept]:
    """Make the call that deletes what is kept of a tenant."""

    def delete(ctx: CallContext) -> Kept:
        ctx.cancel.check()
        archive.clear(domain)
        return Kept(archive.facts(domain))

    return delete


def red_evidence(journey: Journey) -> str:
    """Return what stands at the first red station, for the diagnosis to read; empty where none is red."""
    red = next((step for step in journey.steps if step.light.value == "red"), None)
    return "\n".join(f"{seen.where}: {seen.text}" for seen in red.evidence) if red is not None else ""
