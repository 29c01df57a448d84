"""The way of one code, put together from both vendors' traces: values without sentences."""

from dataclasses import dataclass, field
from enum import StrEnum

from textfactor.domain.archive import RawLog
from textfactor.domain.diagnosis import Confidence, Evidence
from textfactor.domain.sending import PartResult
from textfactor.domain.sent_tests import SentTest


class Stage(StrEnum):
    """The stations of a code, in order."""

    LOGIN = "login"
    """Auth0 asked for the second factor, or began the enrolment."""
    ACTION = "action"
    """The Action ran and did its part; that Vonage refused is not its fault."""
    VONAGE = "vonage"
    """Vonage took the message."""
    DELIVERY = "delivery"
    """It reached the phone: a receipt, a report, the practice phone, or a code that was accepted."""
    CODE = "code"
    """Auth0 took the code."""


class Light(StrEnum):
    """How a station stands; silence is `UNKNOWN`, never red."""

    GREEN = "green"
    RED = "red"
    UNKNOWN = "unknown"


class JoinedBy(StrEnum):
    """By what a trace was found to belong to a code's way, the surest first."""

    ROW = "row"
    """It stands in the very row of the log."""
    REFERENCE = "reference"
    """The client reference (`ref=`, `client-ref`), which our sender makes of the event (resources/sender)."""
    MESSAGE_ID = "message_id"
    EXECUTION = "execution"
    """The id of the Action's run."""
    REFERENCE_MADE = "reference_made"
    """A reference of ours that holds the time and a hash of this user's id."""
    CONSEQUENCE = "consequence"
    """It follows: a code that was accepted had arrived before."""
    NUMBER_AND_TIME = "number_and_time"
    USER_AND_TIME = "user_and_time"


class Source(StrEnum):
    """Who says what became of a message."""

    RECEIPT = "receipt"
    REPORT = "report"
    PHONE = "phone"
    """The practice phone."""
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Link:
    """By what a trace was joined, and how sure that is."""

    by: JoinedBy
    sure: Confidence


@dataclass(frozen=True, slots=True)
class Execution:
    """The record of an Action's run (facts/auth0 4.4); times are ISO 8601, the error is empty where all is well."""

    id: str
    trigger: str
    status: str
    """pending, final, partial, canceled, suspended or unspecified."""
    action: str
    started: str = ""
    ended: str = ""
    error_id: str = ""
    error_text: str = ""
    error_link: str = ""


@dataclass(frozen=True, slots=True)
class VonageAnswer:
    """What Vonage answered to one message; `to` is digits, empty where unknown."""

    at: str
    reference: str
    to: str
    parts: tuple[PartResult, ...]


@dataclass(frozen=True, slots=True)
class Delivery:
    """What somebody says of one message's end; `status` and `code` are the vendor's own, `to` is digits or empty."""

    source: Source
    status: str
    message_id: str = ""
    reference: str = ""
    to: str = ""
    code: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Traces:
    """All that is known, in any order."""

    rows: tuple[RawLog, ...] = ()
    executions: tuple[Execution, ...] = ()
    answers: tuple[VonageAnswer, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
    sent_tests: tuple[SentTest, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One station of one code's way.

    `evidence` holds the very words that it rests on; `cause` is the id of an article of the knowledge base, empty where
    nothing is wrong or nothing is known. `link` tells how its trace was joined, None where there is none.
    """

    stage: Stage
    light: Light = Light.UNKNOWN
    at: str = ""
    link: Link | None = None
    evidence: tuple[Evidence, ...] = ()
    cause: str = ""


@dataclass(frozen=True, slots=True)
class Journey:
    """One code on its way. `id` is that of its first trace and stays; `to` is digits, empty where unknown.

    A test message has neither login nor Action, so its steps begin with Vonage.
    """

    id: str
    began: str
    user: str
    to: str
    reference: str
    message_ids: tuple[str, ...]
    executions: tuple[str, ...]
    steps: tuple[Step, ...] = field(default=())

    def step(self, stage: Stage) -> Step:
        """Return a station; one that the way does not have is unknown."""
        return next((step for step in self.steps if step.stage is stage), Step(stage))

    def never_reached(self, step: Step) -> bool:
        """Tell whether nothing can be known of a station since Vonage refused the message, with every part of it.

        A part that was taken has a message id, and may arrive.
        """
        refused = self.step(Stage.VONAGE).light is Light.RED and not self.message_ids
        silent = step.light is Light.UNKNOWN and not step.evidence
        return refused and silent and step.stage in (Stage.DELIVERY, Stage.CODE)

    @property
    def waits(self) -> bool:
        """Tell whether all is well so far, and nobody has handed the code in."""
        lights = {step.light for step in self.steps}
        code = self.step(Stage.CODE)
        asked = self.step(Stage.LOGIN).light is Light.GREEN
        return asked and Light.RED not in lights and code.light is Light.UNKNOWN

    @property
    def light(self) -> Light:
        """Red where a station is, green where the last one is, else unknown."""
        lights = [step.light for step in self.steps]
        if Light.RED in lights:
            return Light.RED
        return lights[-1] if lights else Light.UNKNOWN

    @property
    def cause(self) -> str:
        """The cause at the first red station, empty where none is red."""
        return next((step.cause for step in self.steps if step.light is Light.RED), "")
