"""What rows of the log say together: crashes, retries, two codes, limits, bursts."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from textfactor.domain.diagnosis import Clue, ClueKind
from textfactor.services.diagnosis.readers.clues import seconds_between
from textfactor.services.diagnosis.rules.facts import CERTAIN, LIKELY, POSSIBLE, Facts, Found, Row

_CRASHES: Final = {
    "action_error": "auth0.action_threw",
    "action_timeout": "auth0.action_timed_out",
    "platform_error": "auth0.action_platform",
    "rate_limited": "auth0.action_rate_limited",
}
"""`error_class` of an Action's run that failed (Auth0's log schema)."""

_SENT: Final = "gd_send_sms"
_FAILED: Final = "gd_send_sms_failure"
_TWO_CODES_SECONDS: Final = 60.0
_RETRY_SECONDS: Final = 600.0
"""Auth0 tries again "in the next minutes", at most five times."""

_TRIES: Final = 3
_ENTERED: Final = ("gd_auth_succeed", "gd_auth_failed", "gd_enrollment_complete")
"""Who enters a code has one; who asks for a third one without has none."""

_PUMPED_NUMBERS: Final = 20
_IN_A_RANGE: Final = 5
_LAST_DIGITS: Final = 4
_PUMPED_SECONDS: Final = 3600.0
"""A script is done within an hour; the people of a firm, whose numbers follow one another too, take the day."""

_PUMPING_KINDS: Final = (_SENT, _FAILED, "gd_start_enroll", "cs", "gd_send_voice")
"""So many numbers in ranges of ten thousand with at least so many each look like a script, not like people."""


def read_crashes(facts: Facts) -> Iterator[Found]:
    """Yield how a run of an Action failed."""
    for row, clue in facts.clues(ClueKind.ERROR_CODE):
        if clue.value in _CRASHES and row.other_trigger:
            yield Found("auth0.login_failed", LIKELY, (clue, row.clues[ClueKind.TEXT][-1]))
        elif clue.value in _CRASHES:
            cause = _CRASHES[clue.value]
            clues = (clue, *row.all(ClueKind.ERROR_NAME)[:1])
            # A sender of the legacy path can only throw to say why it sent nothing.
            told = ClueKind.SENDER_REASON in row.clues or ClueKind.VONAGE_STATUS in row.clues
            yield Found(cause, CERTAIN if clue.where else LIKELY, clues, general=told)
    for row, clue in facts.clues(ClueKind.ERROR_NAME):
        if clue.where.endswith(".error.id"):
            timed_out = "time" in clue.value.lower()
            cause = "auth0.action_timed_out" if timed_out else "auth0.action_threw"
            told = ClueKind.SENDER_REASON in row.clues or ClueKind.VONAGE_STATUS in row.clues
            yield Found(cause, LIKELY, (clue,), general=told)


def read_notifications(facts: Facts) -> Iterator[Found]:
    """Yield that a failed notification went to a mail address: rows `fn` and `wn` are about mails, too."""
    for row, clue in facts.clues(ClueKind.LOG_TYPE):
        to = row.first(ClueKind.NUMBER)
        if clue.value in ("fn", "wn") and to is not None and "@" in to.value:
            yield Found("auth0.not_phone", CERTAIN, (clue, to))


def read_limits(facts: Facts) -> Iterator[Found]:
    """Yield that a user had too many messages, or too many wrong tries: one row type stands for both."""
    for row, clue in facts.clues(ClueKind.LOG_TYPE):
        if clue.value == "limit_phone":
            yield Found("auth0.user_limit", CERTAIN, (clue,))
        elif clue.value == "gd_otp_rate_limit_exceed":
            wrong, many = row.says("wrong code", "failed code"), row.says("too many messages", "sms")
            yield Found("auth0.user_limit", CERTAIN if many else LIKELY if not wrong else POSSIBLE, (clue,))
            if not many:
                yield Found("login.too_many_tries", CERTAIN if wrong else POSSIBLE, (clue,))


def read_refused_codes(facts: Facts) -> Iterator[Found]:
    """Yield why a code was refused, as far as the row says it."""
    for row, clue in facts.clues(ClueKind.ERROR_CODE):
        if clue.value == "transaction_expired":
            yield Found("login.code_expired", CERTAIN if row.is_log else LIKELY, (clue,))
        elif clue.value in ("invalid_otp", "invalid_otp_format"):
            yield Found("login.code_wrong", CERTAIN if row.is_log else LIKELY, (clue,))


def read_two_codes(facts: Facts) -> Iterator[Found]:
    """Yield that one login sent two codes: a second message to the same user soon after the first, no new start."""
    refused = _refused_at(facts)
    last: dict[str, Row] = {}
    for row in facts.by_time:
        kind, user = row.value(ClueKind.LOG_TYPE), row.value(ClueKind.USER)
        if kind in ("gd_start_auth", "gd_start_enroll"):
            last.pop(user, None)
        elif kind == _SENT and user:
            before = last.get(user)
            gap = seconds_between(before.at, row.at) if before else None
            if before is not None and gap is not None and gap <= _TWO_CODES_SECONDS:
                clues = (before.clues[ClueKind.LOG_TYPE][0], row.clues[ClueKind.LOG_TYPE][0])
                yield Found("login.two_codes", CERTAIN if refused.get(user, "") >= row.at else LIKELY, clues)
            last[user] = row


def read_asked_again(facts: Facts) -> Iterator[Found]:
    """Yield that nobody got a code: one user was sent three within ten minutes and entered none."""
    sent: defaultdict[str, list[Row]] = defaultdict(list[Row])
    for row in facts.by_time:
        kind, user = row.value(ClueKind.LOG_TYPE), row.value(ClueKind.USER)
        if kind in _ENTERED:
            sent.pop(user, None)
        elif kind == _SENT and user:
            sent[user].append(row)
    for rows in sent.values():
        gap = seconds_between(rows[-_TRIES:][0].at, rows[-1].at)
        if len(rows) >= _TRIES and gap is not None and gap <= _RETRY_SECONDS:
            clues = tuple(row.clues[ClueKind.LOG_TYPE][0] for row in rows[-_TRIES:])
            yield Found("vonage.accepted_not_delivered", LIKELY, clues)


def _refused_at(facts: Facts) -> dict[str, str]:
    """Return by user when a code was refused last."""
    return {
        row.value(ClueKind.USER): row.at
        for row in facts.by_time
        if row.value(ClueKind.LOG_TYPE) == "gd_auth_failed"
    }


def read_retries(facts: Facts) -> Iterator[Found]:
    """Yield that Auth0 ran the Action again for the same message: failures of one user with the same words."""
    failures: dict[tuple[str, str], Row] = {}
    for row in facts.by_time:
        if row.value(ClueKind.LOG_TYPE) != _FAILED:
            continue
        reason = row.first(ClueKind.SENDER_REASON) or row.first(ClueKind.ERROR_TEXT)
        key = (row.value(ClueKind.USER), reason.value if reason else "")
        before = failures.get(key)
        gap = seconds_between(before.at, row.at) if before else None
        if reason is not None and before is not None and gap is not None and gap <= _RETRY_SECONDS:
            yield Found("auth0.retries", LIKELY, (row.clues[ClueKind.LOG_TYPE][0],))
        failures[key] = row


def read_pumping(facts: Facts) -> Iterator[Found]:
    """Yield that messages go to whole ranges of numbers, as when somebody earns on each of them."""
    ranges: defaultdict[str, dict[str, Clue]] = defaultdict(dict[str, Clue])
    for row, clue in facts.clues(ClueKind.NUMBER):
        if row.value(ClueKind.LOG_TYPE) in _PUMPING_KINDS and len(clue.value) > 2 * _LAST_DIGITS:
            ranges[clue.value[:-_LAST_DIGITS]].setdefault(clue.value, clue)
    dense = [clue for numbers in ranges.values() if len(numbers) >= _IN_A_RANGE for clue in numbers.values()]
    for clue in _burst(dense):
        yield Found("login.sms_pumping", LIKELY, (clue,))


def _burst(clues: list[Clue]) -> list[Clue]:
    """Return the clues if enough of them stand within an hour, none otherwise; rows without a time count as one."""
    ordered = sorted(clues, key=lambda clue: clue.at)
    for first, last in zip(ordered, ordered[_PUMPED_NUMBERS - 1 :], strict=False):
        gap = seconds_between(first.at, last.at) if first.at else 0.0
        if gap is not None and gap <= _PUMPED_SECONDS:
            return clues
    return []
