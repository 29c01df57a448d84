"""Runs the sender in QuickJS, inside this process, where there is no Node."""

import json
import queue
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib import import_module, metadata
from pathlib import Path
from typing import Protocol, cast

from textfactor.adapters.node_runtime import AUTH0_LIMIT, result_from
from textfactor.adapters.quickjs_fetch import Fetcher, FetchJob
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.running import RunOutcome, RunResult

# The extension module itself: the package `quickjs` around it starts a thread, which outlives all runs, on import.
_LIBRARY = "_quickjs"
_MEMORY = 64 * 1024 * 1024  # bytes
_STACK = 256 * 1024  # bytes; a thread has as little as 512 kB on macOS
_MODULE = "(function (module) {{ {source}\nreturn module.exports; }})({{ exports: {{}} }})"
_PROGRAM = """(() => {{
const session = {session};
const prelude = {prelude};
const steps = {{ ...prelude, begin: (job) => prelude.begin(session, job) }};
return (name, argument) => JSON.stringify(steps[name](JSON.parse(argument)) ?? null);
}})()"""


class _Engine(Protocol):
    """The part of the library's `Context` in use; the library has no types of its own."""

    def eval(self, code: str) -> object: ...
    def execute_pending_job(self) -> bool: ...
    def set_memory_limit(self, limit: int) -> None: ...
    def set_max_stack_size(self, limit: int) -> None: ...
    def set_time_limit(self, limit: float) -> None: ...


class _TimeIsUpError(Exception):
    """The run used up its time, or waits for what can never happen."""


class QuickJsRuntime:
    """`SenderRuntime` inside this process. Each run has an engine of its own, so runs may overlap.

    `scripts` is resources/runtime, `ca_file` the one authority (PEM) that it trusts, and `limit` the wall time of
    one run in seconds.
    """

    def __init__(self, scripts: Path, ca_file: str, *, limit: float = AUTH0_LIMIT) -> None:
        self._scripts = scripts
        self._ca_file = ca_file
        self._limit = limit
        self._name: str | None = None

    def describe(self) -> str:
        """Name the engine (`QuickJS 0.17.0.2`), empty when it is not installed. It is asked once."""
        if self._name is None:
            self._name = _installed_name()
        return self._name

    def run(
        self, code: str, handler: str, event: Mapping[str, object], hosts: Mapping[str, int]
    ) -> RunResult:
        """Run `exports[handler](event, api)` with its requests to `hosts` sent to these loopback ports.

        Raises:
            ProblemError: NO_RUNTIME when QuickJS is not installed.
        """
        engine_name = self.describe()
        try:
            library = import_module(_LIBRARY)
        except ImportError as error:
            raise ProblemError(Problem(ProblemKind.NO_RUNTIME, Service.LOCAL, detail="QuickJS")) from error
        started = time.monotonic()
        fetcher = Fetcher(self._ca_file, hosts)
        run = _Run(cast("_Engine", library.Context()), fetcher, started + self._limit)
        found: Mapping[str, object]
        try:
            found = run.to_the_end(self._program(), {"code": code, "handler": handler, "event": event})
        except _TimeIsUpError:
            found = {"outcome": RunOutcome.TIMED_OUT}
        except library.JSException as error:  # the engine's own; what the code throws is in the result
            found = _engine_failure(str(error))
        finally:
            fetcher.close()
        return _explained(result_from(found, engine_name, time.monotonic() - started))

    def _program(self) -> str:
        names = ("session", "prelude")
        sources = {name: (self._scripts / f"{name}.js").read_text(encoding="utf-8") for name in names}
        return _PROGRAM.format(**{name: _MODULE.format(source=source) for name, source in sources.items()})


class _Run:
    """One run, taken turn by turn: the engine until it waits, then the world until it answers."""

    def __init__(self, engine: _Engine, fetcher: Fetcher, deadline: float) -> None:
        self._engine = engine
        self._fetcher = fetcher
        self._deadline = deadline
        engine.set_memory_limit(_MEMORY)
        engine.set_max_stack_size(_STACK)

    def to_the_end(self, program: str, job: Mapping[str, object]) -> Mapping[str, object]:
        """Run the job and return what session.js says of it."""
        step = cast("Callable[[str, str], str]", self._engine.eval(program))
        self._limit_time()
        step("begin", json.dumps(job))
        while True:
            self._run_jobs()
            state = cast("dict[str, object]", json.loads(step("collect", "null")))
            if state["result"] is not None:
                return cast("dict[str, object]", state["result"])
            answers = self._wait(state)
            self._limit_time()
            step("resume", json.dumps(answers))

    def _run_jobs(self) -> None:
        more = True
        while more:
            self._limit_time()
            more = self._engine.execute_pending_job()

    def _wait(self, state: Mapping[str, object]) -> list[tuple[int, dict[str, object]]]:
        """Start the requests that the code asked for and wait for an answer or the code's next timer."""
        for request in cast("list[dict[str, object]]", state["requests"]):
            self._fetcher.start(FetchJob(**request))  # pyright: ignore[reportArgumentType] - made by prelude.js
        for number in cast("list[int]", state["aborts"]):
            self._fetcher.abort(number)
        if state["idle"]:
            raise _TimeIsUpError
        patience = self._left()
        if state["due"] is not None:
            patience = min(patience, cast("float", state["due"]) / 1000)
        try:
            return [self._fetcher.answers.get(timeout=patience)]
        except queue.Empty:
            return []

    def _left(self) -> float:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise _TimeIsUpError
        return left

    def _limit_time(self) -> None:
        self._engine.set_time_limit(self._left())


def _installed_name() -> str:
    try:
        import_module(_LIBRARY)
    except ImportError:
        return ""
    try:
        return f"QuickJS {metadata.version('quickjs-ng')}"
    except metadata.PackageNotFoundError:  # a frozen build may leave the package's description out
        return "QuickJS"


def _engine_failure(said: str) -> Mapping[str, object]:
    first, _, stack = said.partition("\n")
    if "interrupted" in first:
        return {"outcome": RunOutcome.TIMED_OUT}
    return {
        "outcome": RunOutcome.THREW,
        "error": {"message": first, "code": "ENGINE", "stack": stack.strip()},
    }


def _explained(result: RunResult) -> RunResult:
    """Say what happened where QuickJS threw null, since it had no memory left for an error object."""
    if result.outcome is RunOutcome.THREW and result.reason == "null":
        return replace(result, reason="out of memory", error_code="OUT_OF_MEMORY")
    return result
