"""What Auth0 writes: log rows, records of Action runs, errors of the Management API and of the token endpoint.

The fields are those of Auth0's tenant log schema and of its Management API description; rows of log streams
(`data` around the row, `is_mobile`) and of exports (columns with dots) have the same ones.
"""

import re
from collections.abc import Mapping
from typing import Final

from textfactor.domain.diagnosis import ClueKind, InputKind
from textfactor.services.diagnosis.readers.clues import Collector, instant, seconds_between
from textfactor.services.diagnosis.readers.phrases import pieces
from textfactor.services.diagnosis.readers.tree import Node

Leaves = Mapping[str, Node]
"""The leaves of an object by their path in it."""

_TYPE = re.compile(r"[a-z_]{1,60}")
_MARKS: Final = frozenset(
    {"date", "log_id", "_id", "description", "details", "client_id", "user_id", "hostname"}
)

_FIELDS: Final[tuple[tuple[ClueKind, tuple[str, ...]], ...]] = (
    (ClueKind.LOG_TYPE, ("type",)),
    (
        ClueKind.ERROR_CODE,
        (
            "details.failure_details.errorCode",
            "details.provider_error.errorCode",
            "details.error_class",
            "details.response.body.errorCode",
            "details.error.errorCode",
            "details.error.oauthError",
            "details.error.type",
            "details.limit.bucket",
        ),
    ),
    (ClueKind.ERROR_NAME, ("details.action_error.name", "details.action_error.code", "details.error.code")),
    (ClueKind.HTTP_STATUS, ("details.response.statusCode",)),
    (ClueKind.USER, ("user_id", "details.enrollment.user_id", "user_name")),
    (ClueKind.CLIENT, ("client_name", "client_id")),
    (
        ClueKind.NUMBER,
        (
            "details.authenticator.phone_number",
            "details.enrollment.phone_number",
            "details.to",
            "details.phone_number",
        ),
    ),
    (ClueKind.CLIENT_REF, ("references.correlation_id",)),
    (ClueKind.COUNTRY, ("location_info.country_code",)),
)
"""By kind, the fields in which it stands; of user, client and number the first that is there."""

_ONCE: Final = frozenset({ClueKind.USER, ClueKind.CLIENT, ClueKind.NUMBER})

_TEXTS: Final = (
    "details.failure_details.message",
    "details.provider_error.message",
    "details.action_error.message",
    "details.error.message",
    "details.error",
    "details.error.oauthError",
    "details.warning",
    "details.response.body.message",
    "details.response.body.error_description",
    "details.feature.name",
    "details.feature.description",
    "details.failure_details",
    "details.provider_error",
    "details.action_error",
    "details.message",
    "details",
    "description",
    "message",
)
"""Fields with words, the plainest first."""


def read_row(leaves: Leaves, at: str, out: Collector) -> bool:
    """Read a log row; return whether it is one. `at` is its path in the input."""
    if not _is_row(leaves):
        return False
    out.begin(InputKind.LOG_ROW, _date(leaves))
    for clue, paths in _FIELDS:
        for path in paths:
            if path in leaves:
                out.add(clue, leaves[path], _where(at, path))
                if clue in _ONCE:
                    break
    said: set[str] = set()
    for path in _TEXTS:
        leaf = leaves.get(path)
        if leaf is not None and leaf.text not in said:
            said.add(leaf.text)
            read_words(leaf, _where(at, path), out)
    for path in ("details.request.path", "details.trigger_id"):
        out.add(ClueKind.TEXT, leaves.get(path), _where(at, path))
    return True


def _is_row(leaves: Leaves) -> bool:
    """Tell a log row by its type and what stands beside it; one whose beginning was cut off by its details."""
    kind = leaves.get("type")
    if kind is None:
        return "log_id" in leaves and any(path.startswith("details.") for path in leaves)
    return bool(_TYPE.fullmatch(kind.text)) and any(path.partition(".")[0] in _MARKS for path in leaves)


def _date(leaves: Leaves) -> str:
    for path in ("date", "date.$date", "details.initiatedAt"):
        if path in leaves:
            return leaves[path].text
    return ""


def _where(at: str, path: str) -> str:
    return f"{at}.{path}" if at and not path.startswith("[") else at + path


def read_words(leaf: Node, where: str, out: Collector) -> None:
    """Read words of somebody's: as an error text, and the codes in them."""
    out.add(ClueKind.ERROR_TEXT, leaf, where)
    for piece in pieces(leaf.text):
        out.part(piece.kind, (piece.start, piece.end), leaf, where)


def read_execution(leaves: Leaves, at: str, out: Collector) -> bool:
    """Read the record of an Action's run; return whether it is one."""
    if "trigger_id" not in leaves or not ("status" in leaves or "results[0].action_name" in leaves):
        return False
    if "type" in leaves:
        return False
    out.begin(InputKind.EXECUTION, leaves["created_at"].text if "created_at" in leaves else "")
    for index in range(20):
        base = f"results[{index}]"
        name = leaves.get(f"{base}.action_name")
        if name is None:
            break
        out.add(ClueKind.ERROR_NAME, leaves.get(f"{base}.error.id"), _where(at, f"{base}.error.id"))
        message = leaves.get(f"{base}.error.msg")
        if message is not None:
            read_words(message, _where(at, f"{base}.error.msg"), out)
        _read_duration(leaves, base, at, out)
    out.add(ClueKind.TEXT, leaves["trigger_id"], _where(at, "trigger_id"))
    return True


def _read_duration(leaves: Leaves, base: str, at: str, out: Collector) -> None:
    started, ended = leaves.get(f"{base}.started_at"), leaves.get(f"{base}.ended_at")
    if started is None or ended is None:
        return
    seconds = seconds_between(instant(started.text), instant(ended.text))
    if seconds is not None:
        out.put(ClueKind.SECONDS, f"{seconds:.3f}", _where(at, f"{base}.ended_at"), (ended.start, ended.end))


def read_api_error(leaves: Leaves, at: str, out: Collector) -> bool:
    """Read a refusal of the Management API or of the token endpoint; return whether it is one."""
    words = next((leaves[name] for name in ("message", "error_description") if name in leaves), None)
    known = "statusCode" in leaves or "errorCode" in leaves or "error_description" in leaves
    if not known and not ("error" in leaves and words is not None):
        return False
    out.begin(InputKind.API_ERROR)
    out.add(ClueKind.HTTP_STATUS, leaves.get("statusCode"), _where(at, "statusCode"))
    for path in ("errorCode", "error", "name", "code"):
        out.add(ClueKind.ERROR_CODE, leaves.get(path), _where(at, path))
    for path in ("message", "error_description"):
        if path in leaves:
            read_words(leaves[path], _where(at, path), out)
    return True
