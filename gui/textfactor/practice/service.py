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

_PAGE: Final = (
    b"<!DOCTYPE html><html><head><title>Sign in to the network</title></head><body>Please wait</body></html>"
)


class Service:
    """A stand-in as a server sees it."""

    def __init__(self, name: str, core: Core, answer: Answer, error: Reply, latency: float = 0.0) -> None:
        """Wrap `answer`; `error` is the body of the fault `server_error`, `latency` is in seconds."""
        self._name = name
        self._core = core
        self._answer = answer
        self._error = error
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
        dropped = self._holds("drop_after_read", request)
        self._remember(request, 0 if dropped else reply.status)
        if dropped:
            raise HangUpError
        return reply

    def _reply(self, request: Request) -> Reply:
        if self._holds("server_error", request):
            return self._error
        if self._holds("html_answer", request):
            return Reply(200, _PAGE, "text/html; charset=utf-8")
        try:
            reply = self._answer(request)
        except HangUpError:
            self._remember(request, 0)
            raise
        if self._holds("truncated_json", request):
            return replace(reply, body=reply.body[: len(reply.body) // 2])
        return reply

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
            )
        )
