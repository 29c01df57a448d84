"""Pulls a tenant's log by checkpoint: resumes where it stopped, no gaps unsaid, no doubles."""

import itertools

from textfactor.domain.archive import Pulled, RawLog
from textfactor.domain.problems import ProblemError, ProblemKind
from textfactor.services.context import CallContext, Doing
from textfactor.services.storing import LogArchive
from textfactor.services.tenant_ports import LogSource

PAGE = 100
"""Rows in one answer, the most that Auth0 gives (facts/auth0 4.1)."""
LOST = (ProblemKind.NOT_FOUND, ProblemKind.REFUSED)
"""How Auth0 may answer a checkpoint that it has forgotten; which of them it is, is not on record."""


def pull(
    source: LogSource, archive: LogArchive, domain: str, ctx: CallContext, pages: int | None = None
) -> Pulled:
    """Read what is new and keep it, a page at a time; each page is on disk before the next is asked for.

    With `pages`, so many are read at most; whether that was all is what `drained` tells.
    Stops between two pages when asked to (raises `CancelledError`); what was kept stays. Raises what the source or
    the archive was refused with.
    """
    checkpoint = archive.checkpoint(domain)
    if not checkpoint:
        return _from_the_start(source, archive, domain, ctx, pages)
    try:
        return _onward(source, archive, domain, ctx, pages)
    except ProblemError as error:
        if error.problem.kind not in LOST:
            raise
    return _from_the_start(source, archive, domain, ctx, pages)


def _from_the_start(
    source: LogSource, archive: LogArchive, domain: str, ctx: CallContext, pages: int | None
) -> Pulled:
    """Begin with the oldest row that Auth0 still has; where rows were kept before, say what is missing between."""
    ctx.doing(Doing.READING_LOG, 0)
    oldest = source.oldest_log()
    if oldest is None:
        return Pulled(0, drained=True)
    before = archive.facts(domain).last
    gap = (before, oldest.date) if before and before < oldest.date else None
    added = archive.add(domain, (oldest,), gap=gap)
    more = _onward(source, archive, domain, ctx, pages)
    return Pulled(added + more.added, more.drained, gap)


def _onward(
    source: LogSource, archive: LogArchive, domain: str, ctx: CallContext, pages: int | None
) -> Pulled:
    """Read page after page until one is empty, or until there were enough.

    A page of known rows is no end: another pull at the same time may have set the checkpoint back.
    """
    added = 0
    for _ in range(pages) if pages is not None else itertools.count():
        ctx.doing(Doing.READING_LOG, added)
        after = archive.checkpoint(domain)
        page: tuple[RawLog, ...] = source.log_page(after, PAGE)
        if not page:
            return Pulled(added, drained=True)
        added += archive.add(domain, page)
        if page[-1].id == after:  # a checkpoint that does not move would go on for ever
            return Pulled(added, drained=True)
    return Pulled(added, drained=False)
