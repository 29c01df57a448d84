"""Which page follows which, and where a draft goes on. This module owns the route and nothing else: no Qt."""

from collections.abc import Callable
from enum import StrEnum

from textfactor.domain.answers import Answers


class PageId(StrEnum):
    """The wizard's pages. The id is what a draft stores, never an index."""

    WELCOME = "welcome"
    VONAGE = "vonage"
    TEST = "test"
    TENANT = "tenant"
    MESSAGES = "messages"
    SENDER = "sender"
    FACTOR = "factor"
    REVIEW = "review"
    APPLY = "apply"
    TRY = "try"
    DONE = "done"


Next = Callable[[Answers], PageId | None]


def _after_review(answers: Answers) -> PageId:
    """An empty plan has nothing to apply."""
    return PageId.TRY if answers.plan_size == 0 else PageId.APPLY


ROUTES: dict[PageId, PageId | Next | None] = {
    PageId.WELCOME: PageId.VONAGE,
    PageId.VONAGE: PageId.TEST,
    PageId.TEST: PageId.TENANT,
    PageId.TENANT: PageId.MESSAGES,
    PageId.MESSAGES: PageId.SENDER,
    PageId.SENDER: PageId.FACTOR,
    PageId.FACTOR: PageId.REVIEW,
    PageId.REVIEW: _after_review,
    PageId.APPLY: PageId.TRY,
    PageId.TRY: PageId.DONE,
    PageId.DONE: None,
}


def next_page(page: PageId, answers: Answers) -> PageId | None:
    """Return the page after `page`, None after the last one."""
    route = ROUTES[page]
    return route(answers) if callable(route) else route


def path(answers: Answers) -> tuple[PageId, ...]:
    """List the pages that these answers lead through, first to last."""
    pages: list[PageId] = []
    page: PageId | None = PageId.WELCOME
    while page is not None:
        pages.append(page)
        page = next_page(page, answers)
    return tuple(pages)


_ANSWERED: dict[PageId, Callable[[Answers], bool]] = {
    PageId.WELCOME: lambda a: a.opened,
    PageId.VONAGE: lambda a: a.vonage_checked,
    PageId.TENANT: lambda a: a.tenant_path is not None,
    PageId.REVIEW: lambda a: a.plan_size is not None,
    PageId.APPLY: lambda a: a.applied,
}


def resume_at(wanted: PageId, answers: Answers) -> PageId:
    """Return `wanted`, or the first page before it whose answers are missing."""
    for page in path(answers):
        answered = _ANSWERED.get(page)
        if page == wanted or (answered is not None and not answered(answers)):
            return page
    return PageId.WELCOME
