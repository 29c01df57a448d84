"""What was handed over for diagnosis, what stands in it, and what follows from it: values without sentences."""

from dataclasses import dataclass, field
from enum import StrEnum


class InputKind(StrEnum):
    """What the input was recognised as."""

    NOTHING = "nothing"
    LOG_ROW = "log_row"
    LOG_ROWS = "log_rows"
    VONAGE_ANSWER = "vonage_answer"
    RECEIPT = "receipt"
    REPORT = "report"
    API_ERROR = "api_error"
    EXECUTION = "execution"
    STACK_TRACE = "stack_trace"
    SENDER_CODE = "sender_code"
    SETTINGS = "settings"
    """An answer of the Management API about the tenant's settings."""
    WORDS = "words"
    EXPORT = "export"
    OTHER = "other"
    """JSON or a table in which nothing speaks of messages, logins or either vendor."""


class ClueKind(StrEnum):
    """What sort of thing a clue is; the value is the vendor's own code or text, as it stood there."""

    LOG_TYPE = "log_type"
    """Auth0's log type code, such as `gd_send_sms_failure`."""
    VONAGE_STATUS = "vonage_status"
    """The status of one part of a send answer, "0" to "99"."""
    VONAGE_ERROR_TEXT = "vonage_error_text"
    RECEIPT_STATUS = "receipt_status"
    """delivered, failed, rejected, expired, … of a delivery receipt or a report."""
    RECEIPT_CODE = "receipt_code"
    """`err-code` of a delivery receipt or `error_code` of a report."""
    MESSAGES_CODE = "messages_code"
    """Code of Vonage's Messages API or of its problem document."""
    HTTP_STATUS = "http_status"
    ERROR_CODE = "error_code"
    """Auth0's `errorCode`, `error` of OAuth, or a Guardian code."""
    ERROR_TEXT = "error_text"
    """An error message in words, of anybody."""
    ERROR_NAME = "error_name"
    """Name or code of a thrown error: TypeError, ECONNRESET, CERT_HAS_EXPIRED, SSLCertVerificationError."""
    SENDER_REASON = "sender_reason"
    """What a sender of ours put into its error or drop reason."""
    SYMPTOM = "symptom"
    """What a person says in words, as the id of a symptom of the knowledge base."""
    CODE = "code"
    """A trait of pasted Action or Hook source, such as `hook_signature` or `ignores_answer`."""
    STATE = "state"
    """A trait of a tenant's settings that keeps codes from being sent, such as `factor_off`."""
    COUNTRY = "country"
    NUMBER = "number"
    MESSAGE_ID = "message_id"
    CLIENT_REF = "client_ref"
    USER = "user"
    CLIENT = "client"
    TEXT = "text"
    """The text of a message."""
    SECONDS = "seconds"
    """A duration, such as that of an Action's run."""


@dataclass(frozen=True, slots=True)
class Clue:
    """One thing that stands in the input. `where` is its field (`[2].details.error.message`), empty in plain words.

    `start` and `end` are its place in `Reading.source` in characters, -1 where it has none. `at` is the time of the
    row that it stands in (ISO 8601, UTC), empty where there is none; `row` counts rows from 0.
    """

    kind: ClueKind
    value: str
    where: str = ""
    start: int = -1
    end: int = -1
    at: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """An input as understood: its kind, how much it was, the text that is shown, and its clues in order."""

    kind: InputKind
    rows: int
    bytes: int
    source: str
    clues: tuple[Clue, ...]
    notes: tuple[str, ...] = ()
    """Ids of remarks (`cut_off`, `smart_quotes`, `not_json`, …); their sentences are in `words.diagnosis`."""


class Confidence(StrEnum):
    """How sure a diagnosis is."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"


class Severity(StrEnum):
    """How bad the cause is for whoever waits for a code."""

    BROKEN = "broken"
    """No code arrives, for anybody."""
    PARTLY = "partly"
    """Some codes do not arrive, or late."""
    NOTICE = "notice"
    """Worth knowing; codes arrive."""
    FINE = "fine"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The very text that a diagnosis rests on; the places are those of `Clue`."""

    where: str
    text: str
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One cause. Its title, meaning and fix are the knowledge base's article with the id `cause`.

    `blanks` fill the article's blanks (a status, a country). `count` is how many rows speak for it; `first` and
    `last` are their times, empty where no row has one. `follows` names the cause of which this is a consequence.
    """

    cause: str
    confidence: Confidence
    severity: Severity
    evidence: tuple[Evidence, ...] = ()
    count: int = 1
    first: str = ""
    last: str = ""
    blanks: tuple[tuple[str, str], ...] = ()
    follows: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """The answer: diagnoses, best first, and remarks by id; none means that nothing was found."""

    reading: Reading
    diagnoses: tuple[Diagnosis, ...] = ()
    notes: tuple[str, ...] = field(default=())
