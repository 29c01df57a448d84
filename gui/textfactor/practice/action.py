"""What the practice world asks of whoever runs an Action's code: a job in, a run out.

The practice world has no JavaScript engine. The caller hands in `RunAction`, for example one that starts Node
or QuickJS, which must send the code's requests for `rest.nexmo.com` and `api.nexmo.com` to the local ports of
`ActionJob.host_map`, trusting `ActionJob.ca_file`, and refuse every other host.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, cast, get_args

from textfactor.practice.shapes import JsonObject, texts_of

Outcome = Literal["ok", "dropped", "retry", "threw", "timed_out"]
"""How the code ended: fine, dropped, asked for a retry, threw, or ran out of time."""

ACTION_SECONDS = 20.0
"""An Action may run 20 seconds (Auth0 docs, customize/actions/limitations)."""

REASON_LIMIT = 1024
"""`reason` of drop and retry is cut at 1,024 characters (Auth0 docs, custom-phone-provider API object)."""


@dataclass(frozen=True, slots=True)
class ActionJob:
    """Code to run. `handler` is the exported function's name, `event` its first argument (JSON).

    `host_map` gives the port on 127.0.0.1 for each host name the code may call, `ca_file` the certificate
    authority to trust (a PEM file), `time_limit` is in seconds.
    """

    code: str
    handler: str
    event: JsonObject
    host_map: Mapping[str, int]
    ca_file: str
    time_limit: float = ACTION_SECONDS


@dataclass(frozen=True, slots=True)
class ActionRun:
    """What the code did. `engine` names what ran it, `reason` is its own text, `seconds` how long it took."""

    outcome: Outcome
    engine: str = ""
    reason: str = ""
    error_code: str = ""
    error_stack: str = ""
    console: tuple[str, ...] = ()
    seconds: float = 0.0


RunAction = Callable[[ActionJob], ActionRun]
"""Runs an Action's code. May raise OSError or RuntimeError when no engine can be started."""


def job_as_json(job: ActionJob) -> JsonObject:
    """Return the job as a JSON object, to hand it to another process."""
    return {
        "code": job.code,
        "handler": job.handler,
        "event": job.event,
        "host_map": dict(job.host_map),
        "ca_file": job.ca_file,
        "time_limit": job.time_limit,
    }


def run_from_json(answer: Mapping[str, object]) -> ActionRun:
    """Return the run that another process described as a JSON object; missing keys have their defaults.

    Raises ValueError when `outcome` is none of the known ones.
    """
    outcome = answer.get("outcome")
    if outcome not in get_args(Outcome):
        message = f"unknown outcome {outcome!r}"
        raise ValueError(message)
    seconds = answer.get("seconds", 0.0)
    return ActionRun(
        outcome=cast("Outcome", outcome),
        engine=str(answer.get("engine", "")),
        reason=str(answer.get("reason", ""))[:REASON_LIMIT],
        error_code=str(answer.get("error_code", "")),
        error_stack=str(answer.get("error_stack", "")),
        console=tuple(texts_of(list(cast("list[object]", answer.get("console", []))))),
        seconds=float(seconds) if isinstance(seconds, int | float) else 0.0,
    )
