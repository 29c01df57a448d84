"""What was read out of code that sent the codes before: a Hook, an Action, for Vonage or for somebody else."""

from dataclasses import dataclass
from enum import StrEnum


class CodeKind(StrEnum):
    """What called the code."""

    HOOK = "hook"
    LEGACY_ACTION = "legacy_action"
    UNIFIED_ACTION = "unified_action"
    OTHER = "other"
    """Code of Auth0's, but for something else than sending codes: a Rule, another Hook, another Action."""
    UNKNOWN = "unknown"


class OldFault(StrEnum):
    """What the code does wrong."""

    HARD_CODED = "hard_coded"
    """Key or secret stand in the code itself."""
    SECRET_IN_ADDRESS = "secret_in_address"
    LOGS_PRIVATE = "logs_private"
    NO_STATUS_CHECK = "no_status_check"
    """Vonage answers HTTP 200 when it refuses, so what does not look at the status takes that for a success."""
    FIRST_PART_ONLY = "first_part_only"
    SWALLOWED = "swallowed"
    NO_CALLBACK = "no_callback"
    DOUBLE_CALLBACK = "double_callback"
    RETRIES = "retries"
    """It sends again where nobody knows whether the first message went out."""
    NO_TIME_LIMIT = "no_time_limit"
    NOT_DIGITS = "not_digits"
    NO_ENCODING = "no_encoding"
    OLD_MODULE = "old_module"
    """It needs a package that nobody looks after any more."""
    HEAVY_MODULE = "heavy_module"
    """It needs Vonage's SDK, which most of its versions fail to load on Node 18 (measured, see facts/testing 6)."""


class SecretRole(StrEnum):
    """What a secret of the old code was for."""

    KEY = "key"
    SECRET = "secret"
    SENDER = "sender"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class OldSecret:
    """A secret by its old name, what it was for, and the name it has from now on (empty: it is not needed)."""

    name: str
    role: SecretRole
    becomes: str = ""


@dataclass(frozen=True, slots=True)
class OldCode:
    """What the code did. Values of credentials are never part of it.

    `modules` are the packages that it required, `hard_coded` the names under which credentials stand in it.
    `sender` is a sender written into the code. `countries` holds the calling codes outside which it refused,
    `special` those which it treated in a way of their own. `own_text` tells that it changed or made the text,
    `voice` that it placed calls too.
    """

    kind: CodeKind
    provider: str = ""
    """`Vonage`, `Twilio`, … or the host it talked to; empty where nothing told."""
    ours: bool = False
    """Whether it is a sender that Textfactor put there."""
    modules: tuple[str, ...] = ()
    secrets: tuple[OldSecret, ...] = ()
    hard_coded: tuple[str, ...] = ()
    sender: str = ""
    countries: tuple[str, ...] = ()
    special: tuple[str, ...] = ()
    own_text: bool = False
    voice: bool = False
    faults: tuple[OldFault, ...] = ()

    @property
    def sends_codes(self) -> bool:
        """Whether it is code that sent messages for multi-factor authentication."""
        return self.kind in (CodeKind.HOOK, CodeKind.LEGACY_ACTION, CodeKind.UNIFIED_ACTION)
