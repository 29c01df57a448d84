"""The exit codes, which scripts rely on."""

from enum import IntEnum
from typing import assert_never

from textfactor.domain.problems import Problem
from textfactor.domain.problems import ProblemKind as Kind
from textfactor.domain.sending import SendOutcome, SendResult


class Exit(IntEnum):
    """What a command ends with."""

    FINE = 0
    WRONG = 1
    """Something is wrong, and what it is was found: an SMS was refused, a build or the sender failed."""
    USAGE = 2
    UNREACHABLE = 3
    """The service did not answer as itself."""
    REFUSED = 4
    """Credentials or rights were refused, or are not to be had."""
    CHANGED = 5
    """The plan was turned down, or the tenant changed meanwhile."""
    NOTHING_FOUND = 6
    INTERRUPTED = 130


def exit_for(problem: Problem) -> Exit:
    """Choose the exit code of a problem."""
    match problem.kind:
        case (
            Kind.NO_NETWORK
            | Kind.NAME_NOT_FOUND
            | Kind.TLS_UNTRUSTED
            | Kind.PROXY_FAILED
            | Kind.TIMED_OUT
            | Kind.CONNECTION_LOST
            | Kind.NOT_THE_SERVICE
            | Kind.SERVICE_FAULT
            | Kind.RATE_LIMITED
            | Kind.PRACTICE_FAILED
        ):
            return Exit.UNREACHABLE
        case (
            Kind.BAD_CREDENTIALS
            | Kind.TOKEN_EXPIRED
            | Kind.MISSING_SCOPE
            | Kind.PLAN_GATE
            | Kind.LEGACY_CALL_ON_UNIFIED
            | Kind.KEYRING_LOCKED
            | Kind.KEYRING_CANCELLED
            | Kind.KEYRING_MISSING
            | Kind.KEYRING_FAILED
        ):
            return Exit.REFUSED
        case Kind.DRIFT:
            return Exit.CHANGED
        case Kind.SECRET_MISSING | Kind.NOT_A_PROFILE:
            return Exit.USAGE
        case (
            Kind.NOT_FOUND
            | Kind.REFUSED
            | Kind.BUILD_FAILED
            | Kind.BUILD_TOO_SLOW
            | Kind.OTHER_PATH
            | Kind.NO_RUNTIME
            | Kind.SENDER_FAILED
            | Kind.FILE_FAILED
            | Kind.UNEXPECTED
        ):
            return Exit.WRONG
        case _:
            assert_never(problem.kind)


_VONAGE_CREDENTIALS = {"4", "14", "32"}


def exit_for_send(result: SendResult) -> Exit:
    """Choose the exit code of a send. Vonage refuses credentials with a status, at HTTP 200."""
    if result.outcome is SendOutcome.ACCEPTED:
        return Exit.FINE
    failure = result.first_failure
    if failure is not None:
        return Exit.REFUSED if failure.status in _VONAGE_CREDENTIALS else Exit.WRONG
    return exit_for(result.problem) if result.problem else Exit.WRONG
