"""What the panel reads beside the window each second, and what of it is new."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from textfactor.domain.login import ReceivedSms
from textfactor.domain.practice import SeenRequest, Switchboard
from textfactor.services.context import Call, CallContext
from textfactor.services.practice_ports import PracticeBoard, PracticePhone

ROWS = 500
"""So many requests are shown; the practice world keeps some more."""
T = TypeVar("T")
Switching = Callable[[PracticeBoard], None]


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen. `requests` is None where nobody asked; `fresh` of them, at the top, are new."""

    messages: tuple[ReceivedSms, ...]
    board: Switchboard
    requests: tuple[SeenRequest, ...] | None = None
    fresh: int = 0


def looking(phone: PracticePhone, board: PracticeBoard, known: tuple[SeenRequest, ...] | None) -> Call[Look]:
    """Make a look at phone and faults, and at the log if the rows that are `known` of it are given."""

    def look(ctx: CallContext) -> Look:
        ctx.cancel.check()
        messages, faults = phone.messages(), board.faults()
        if known is None:
            return Look(messages, faults)
        requests = board.requests(ROWS)
        return Look(messages, faults, requests, fresh_rows(known, requests))

    return look


def switching(board: PracticeBoard, steps: tuple[Switching, ...]) -> Call[Switchboard]:
    """Make a call that switches faults and then reads how they are."""

    def switch(ctx: CallContext) -> Switchboard:
        del ctx  # half of it would be worse than all of it, and it takes milliseconds
        for step in steps:
            step(board)
        return board.faults()

    return switch


def fresh_rows(known: Sequence[T], seen: Sequence[T]) -> int:
    """Count the rows at the top of `seen` that stand before what is `known`: all where nothing of it is left."""
    for count in range(len(seen)):
        both = min(len(known), len(seen) - count)
        if both and seen[count : count + both] == known[:both]:
            return count
    return len(seen)


def euros(price: str) -> str:
    """Show a price with at least four decimals, as Vonage's prices have them, and no idle zeros behind."""
    whole, _, cents = price.partition(".")
    return f"€ {whole}.{cents.rstrip('0').ljust(4, '0')}" if price else ""
