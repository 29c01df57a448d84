"""The practice world in the foreground: says where it is, then lives until it is told to go.

It ends on SIGINT, SIGTERM or SIGHUP, or, with `parent_pipe`, when its standard input ends: so a child process
dies with its parent, however the parent died.
"""

import json
import signal
import sys
import threading
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import BinaryIO, Final

from textfactor.practice.action import RunAction
from textfactor.practice.auth0.ratelimit import DEFAULT_PLAN
from textfactor.practice.auth0.states import DEFAULT_STATE, UNIFIED
from textfactor.practice.world import PracticeWorld, WorldInfo

_SIGNALS: Final = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
_HEARTBEAT: Final = 0.5 if sys.platform == "win32" else 3600.0
"""Windows looks at signals only between two waits."""


def serve(  # noqa: PLR0913 - one keyword for each option of the command
    run_action: RunAction,
    *,
    write: Callable[[str], None],
    json_line: bool = False,
    faults: Sequence[str] = (),
    plan: str = DEFAULT_PLAN,
    path: str = UNIFIED,
    state: str = DEFAULT_STATE,
    latency: float = 0.0,
    parent_pipe: bool = False,
) -> None:
    """Start a practice world, `write` where it is, and block until the end; then leave nothing behind.

    `write` gets one line of JSON (`json_line`) or a text for a person, without the line's end. Signals are
    taken only in the main thread; elsewhere `parent_pipe` is the way to end. Raises ValueError for an unknown
    fault, plan, path or state, before anything is written.
    """
    done = threading.Event()
    made = PracticeWorld(run_action, plan=plan, path=path, state=state, latency=latency)
    with _signals(done), made as world:
        for fault in faults:
            world.switch_on(fault)
        info = world.info()
        if parent_pipe:
            watch_pipe(sys.stdin.buffer, done)
        write(json.dumps(info) if json_line else as_text(info))
        while not done.wait(_HEARTBEAT):
            pass


def as_text(info: WorldInfo) -> str:
    """Return where a practice world is, for a person."""
    vonage, auth0 = info["vonage"], info["auth0"]
    return "\n".join((
        "The practice world is ready. Nothing here costs money and no SMS leaves this computer.",
        "",
        f"Vonage      {vonage['url']}",
        f"  API key     {vonage['api_key']}",
        f"  API secret  {vonage['api_secret']}",
        f"  sender      {vonage['from']}",
        f"Auth0       {auth0['url']}",
        f"  domain      {auth0['domain']}",
        f"  client id   {auth0['client_id']}",
        f"  secret      {auth0['client_secret']}",
        f"Control     {info['control_url']}",
        f"  token       {info['control_token']}",
        f"CA file     {info['ca_file']}",
        "",
        "Press Ctrl+C to end it.",
    ))  # fmt: skip


def watch_pipe(pipe: BinaryIO, done: threading.Event) -> threading.Thread:
    """Set `done` when `pipe` ends; return the daemon thread that waits for it."""

    def wait() -> None:
        while pipe.read(4096):
            pass
        done.set()

    thread = threading.Thread(target=wait, name="practice-parent", daemon=True)
    thread.start()
    return thread


@contextmanager
def _signals(done: threading.Event) -> Generator[None, None, None]:
    """Let the usual signals set `done` for the length of a block, in the main thread only."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        del number, frame
        done.set()

    known = [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]
    before = {number: signal.signal(number, stop) for number in known}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
