"""Around a stand-in: the waiting, the faults that hit every request alike, and the journal."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from textfactor.practice.clock import iso
from textfactor.practice.core import Core
from textfactor.practice.journal import Entry
from textfactor.practice.masking import mask_body, mask_pairs
from textfactor.practice.web.messages import HangUpError, Reply, Request

Answer = Callable[[Request], Reply]
"""Answers one request."""

SLOW_SECONDS: Final = 1.0
"""What the fault `slow` adds to each answer."""

SILENT_SECONDS: Final = 120.0
"""How long the fault `no_answer` is silent before it closes the connection."""


def _page(status: int, title: str, words: str, **headers: str) -> Reply:
    """Return a page as it comes from something in between."""
    page = f"<!DOCTYPE html><html><head><title>{title}</title></head><body>{words}</body></html>"
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(status, page.encode(), "text/html; charset=utf-8", named)


_INSTEAD: Final = {
    "bad_gateway": _page(502, "502 Bad Gateway", "<h1>502 Bad Gateway</h1>"),
    "unavailable": _page(503, "Service Unavailable", "Try again later", Retry_After="30"),
    "html_answer": _page(200, "Sign in to the network", "Please wait"),
    "empty_answer": Reply(200),
    "proxy_login": _page(
        407,
        "Proxy Authentication Required",
        "The proxy wants a name",
        Proxy_Authenticate='Basic realm="proxy"',
    ),
    "captive_portal": _page(511, "Network Authentication Required", "Sign in to the network first"),
}
"""What is answered instead of carrying the request out, by fault."""


class Service:
    """A stand-in as a server sees it."""

    def __init__(self, name: str, core: Core, answer: Answer, error: Reply, latency: float = 0.0) -> None:
        """Wrap `answer`; `error` is the body of the fault `server_error`, `latency` is in seconds."""
        self._name = name
        self._core = core
        self._answer = answer
        self._instead = {**_INSTEAD, "server_error": error}
        self._latency = latency

    def hangs_up(self) -> bool:
        """Tell whether the fault `drop_before_read` holds."""
        return self._core.faults.holds("drop_before_read", self._name)

    def __call__(self, request: Request) -> Reply:
        """Answer, late, wrongly or not at all if a fault says so."""
        wait = self._latency + (SLOW_SECONDS if self._holds("slow", request) else 0.0)
        if wait:
            self._core.pause(wait)
        reply = self._reply(request)
        self._remember(request, reply.status if reply else 0)
        if reply is None:
            raise HangUpError
        return reply

    def _reply(self, request: Request) -> Reply | None:
        """Return the answer, or what a fault puts in its place; None for a connection that is closed."""
        if self._holds("no_answer", request):
            self._core.pause(SILENT_SECONDS)
            return None
        for fault, instead in self._instead.items():
            if self._holds(fault, request):
                return instead
        try:
            reply = self._answer(request)
        except HangUpError:
            return None
        if self._holds("truncated_json", request):
            reply = replace(reply, body=reply.body[: len(reply.body) // 2])
        return None if self._holds("drop_after_read", request) else reply

    def _holds(self, fault: str, request: Request) -> bool:
        return self._core.faults.holds(fault, self._name, request.path)

    def _remember(self, request: Request, status: int) -> None:
        self._core.journal.add(
            Entry(
                service=self._name,
                method=request.method,
                path=request.path,
                query=mask_pairs(request.query_text),
                body=mask_body(request.body, request.content_type),
                status=status,
                at=iso(self._core.clock()),
                size=len(request.body) + len(request.query_text) + len(request.path),
            )
        )
