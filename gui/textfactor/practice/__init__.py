"""The practice world: Vonage and Auth0 as stand-ins on loopback, for newcomers and for tests.

It imports nothing of the rest of Textfactor, so that a mistake there cannot hide here: whatever it answers
was written from the vendors' documentation and from recorded traffic. What runs an Action's code is handed
in.
"""

from textfactor.practice.action import (
    ACTION_SECONDS,
    ActionJob,
    ActionRun,
    Outcome,
    RunAction,
    job_as_json,
    run_from_json,
)
from textfactor.practice.auth0.ratelimit import DEFAULT_PLAN, PLANS
from textfactor.practice.auth0.states import DEFAULT_STATE, PATHS, STATES
from textfactor.practice.command import serve
from textfactor.practice.faults import CATALOGUE, Fault, UnknownFaultError
from textfactor.practice.world import Auth0Info, PracticeWorld, VonageInfo, WorldInfo

__all__ = [
    "ACTION_SECONDS",
    "CATALOGUE",
    "DEFAULT_PLAN",
    "DEFAULT_STATE",
    "PATHS",
    "PLANS",
    "STATES",
    "ActionJob",
    "ActionRun",
    "Auth0Info",
    "Fault",
    "Outcome",
    "PracticeWorld",
    "RunAction",
    "UnknownFaultError",
    "VonageInfo",
    "WorldInfo",
    "job_as_json",
    "run_from_json",
    "serve",
]
