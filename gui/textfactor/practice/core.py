"""What the stand-ins share: the lock, the clock, the faults, the journal, the phone, and a way to wait."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from textfactor.practice.clock import Clock
from textfactor.practice.faults import FaultBoard
from textfactor.practice.identity import Identity
from textfactor.practice.journal import Journal
from textfactor.practice.phone import Phone

Pause = Callable[[float], None]
"""Waits so many seconds, or less when the world stops."""


@dataclass(slots=True)
class Core:
    """Shared by both stand-ins and the control API.

    `lock` guards every state. It is never held while an Action runs or while anybody waits.
    """

    identity: Identity
    clock: Clock
    pause: Pause
    lock: threading.RLock = field(default_factory=threading.RLock)
    faults: FaultBoard = field(default_factory=FaultBoard)
    journal: Journal = field(default_factory=Journal)
    phone: Phone = field(default_factory=Phone)
