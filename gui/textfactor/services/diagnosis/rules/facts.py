"""The clues of a reading, sorted so that rules can ask for them, and what a rule returns."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from textfactor.domain.diagnosis import Clue, ClueKind, Confidence, Reading
from textfactor.services.diagnosis.knowledge import Entry, Knowledge
from textfactor.services.diagnosis.operations import SENDER_TRIGGERS

CERTAIN: Final = Confidence.CERTAIN
LIKELY: Final = Confidence.LIKELY
POSSIBLE: Final = Confidence.POSSIBLE


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule found: a cause and the clues that speak for it.

    `general` marks what gives way to anything more exact in the same row. `follows` names the cause of which it is
    a consequence, where the rule knows.
    """

    cause: str
    confidence: Confidence
    clues: tuple[Clue, ...]
    blanks: tuple[tuple[str, str], ...] = ()
    general: bool = False
    follows: str = ""
    order: int = 0
    """Among causes that are equally sure: the place of this one, likeliest first."""


@dataclass(slots=True)
class Row:
    """The clues of one row, by kind in their order."""

    index: int
    at: str
    clues: dict[ClueKind, list[Clue]] = field(default_factory=dict[ClueKind, "list[Clue]"])

    def all(self, kind: ClueKind) -> list[Clue]:
        """Return the clues of a kind."""
        return self.clues.get(kind, [])

    def first(self, kind: ClueKind) -> Clue | None:
        """Return the first clue of a kind."""
        found = self.clues.get(kind)
        return found[0] if found else None

    def value(self, kind: ClueKind) -> str:
        """Return the value of the first clue of a kind, empty without one."""
        found = self.clues.get(kind)
        return found[0].value if found else ""

    def says(self, *words: str) -> bool:
        """Tell whether a text of the row has one of these words (lower case)."""
        texts = [*self.all(ClueKind.ERROR_TEXT), *self.all(ClueKind.VONAGE_ERROR_TEXT)]
        return any(word in clue.value.lower() for clue in texts for word in words)

    @property
    def other_trigger(self) -> str:
        """The trigger of an Action that failed in this row, where it is none that sends messages; else empty."""
        named = (clue.value for clue in self.all(ClueKind.TEXT) if clue.where.endswith("details.trigger_id"))
        return next((name for name in named if name not in SENDER_TRIGGERS), "")

    @property
    def is_log(self) -> bool:
        """Whether it is a row of Auth0's log."""
        return ClueKind.LOG_TYPE in self.clues and self.clues[ClueKind.LOG_TYPE][0].where != ""


_VONAGE_WORDS: Final = (
    "vonage", "nexmo", "/sms/json", "/v2/reports", "/account/get-", "/account/numbers",
    "onexecutecustomphoneprovider", "onexecutesendphonemessage",
)  # fmt: skip
"""What names Vonage, or the sender: whoever refused a call of that one was most likely Vonage."""

_MESSAGE_WORDS: Final = ("sms", "msisdn", "err-code", "text message", "receipt", "dlr")
_ACTION_WORDS: Final = (
    "onexecute", "module.exports", "webtask", "/data/", "event.", "action", "hook", "message_options",
)  # fmt: skip
_AUTH0_WORDS: Final = ("auth0", "/api/v2", "/oauth/token", "management api")


class Facts:
    """A reading for rules to ask."""

    def __init__(self, reading: Reading, knowledge: Knowledge) -> None:
        """Sort the clues by row."""
        self.reading = reading
        self.knowledge = knowledge
        self.told: list[tuple[Entry, Clue]] | None = None
        """The symptoms that stand in somebody's words, once they were looked for."""
        self._by_index: dict[int, Row] = {}
        for clue in reading.clues:
            row = self._by_index.setdefault(clue.row, Row(clue.row, clue.at))
            row.clues.setdefault(clue.kind, []).append(clue)

    @property
    def rows(self) -> Iterable[Row]:
        """The rows, in the order of the input."""
        return self._by_index.values()

    def row(self, index: int) -> Row:
        """Return the row with a number, an empty one where there is none."""
        return self._by_index.get(index) or Row(index, "")

    @cached_property
    def by_time(self) -> list[Row]:
        """Rows of the log that have a time, oldest first."""
        return sorted((row for row in self.rows if row.at and row.is_log), key=lambda row: row.at)

    @cached_property
    def lower(self) -> str:
        """The first 20,000 characters of the source in lower case."""
        return self.reading.source[:20_000].lower()

    @cached_property
    def speaks_of_vonage(self) -> bool:
        """Whether Vonage is named at all."""
        return "vonage" in self.lower or "nexmo" in self.lower

    @cached_property
    def speaks_of_messages(self) -> bool:
        """Whether Vonage, a text message or a receipt of one is named at all."""
        return self.speaks_of_vonage or any(word in self.lower for word in _MESSAGE_WORDS)

    @cached_property
    def speaks_of_vonage_python(self) -> bool:
        """Whether a trace went through Vonage's Python SDK, which fails with a TypeError on what is no JSON."""
        return any(f"vonage_{part}" in self.lower for part in ("sms", "http_client", "account", "numbers"))

    @cached_property
    def speaks_of_actions(self) -> bool:
        """Whether a stack trace or an error may be that of an Action or a Hook: its entry points, paths, fields."""
        return self.speaks_of_services or any(word in self.lower for word in _ACTION_WORDS)

    @cached_property
    def speaks_of_services(self) -> bool:
        """Whether Vonage or Auth0 is named at all."""
        return self.speaks_of_vonage or "auth0" in self.lower

    def owner_of(self, clue: Clue) -> str:
        """Return whose a bare number is, `vonage` or `auth0`: the one who is named in its line, else in the text.

        Empty where both are, or neither.
        """
        begin = self.reading.source.rfind("\n", 0, max(clue.start, 0)) + 1
        line = self.reading.source[begin : clue.end + 80].lower()[:1000]
        for text in (line, self.lower):
            vonage = any(word in text for word in _VONAGE_WORDS)
            auth0 = any(word in text for word in _AUTH0_WORDS)
            if vonage != auth0:
                return "vonage" if vonage else "auth0"
        return ""

    def clues(self, kind: ClueKind) -> Iterator[tuple[Row, Clue]]:
        """Yield all clues of a kind with their rows."""
        for row in self.rows:
            for clue in row.clues.get(kind, ()):
                yield row, clue

    def knows(self, cause: str) -> bool:
        """Tell whether there is an article on a cause."""
        return cause in self.knowledge.articles

    def entry(self, table: str, code: str) -> Entry | None:
        """Look a code up in a table."""
        entries = self.knowledge.tables.get(table)
        return entries.get(code) if entries is not None else None


def tail(clue: Clue, span: tuple[int, int], source: str) -> Clue:
    """Return a clue narrowed to a piece of its value, with the place of the piece where that is known."""
    start, end = clue.start + span[0], clue.start + span[1]
    piece = clue.value[span[0] : span[1]]
    if clue.start < 0 or source[start:end] != piece:
        at = source.find(piece, clue.start, clue.end) if clue.start >= 0 else -1
        start, end = (at, at + len(piece)) if at >= 0 else (clue.start, clue.end)
    return Clue(clue.kind, piece, clue.where, start, end, clue.at, clue.row)
