"""A plan is data: an ordered list of changes, each with what was and what shall be. Undo is another plan."""

from dataclasses import dataclass, field
from enum import StrEnum

from textfactor.domain.answers import TenantPath
from textfactor.domain.problems import Problem


class Purpose(StrEnum):
    """What a plan is for."""

    SET_UP = "set_up"
    TURN_ON = "turn_on"
    TURN_OFF = "turn_off"
    TEMPLATES = "templates"
    ROTATE = "rotate"
    """Give the Action new values of its secrets and deploy it."""
    MOVE = "move"
    """From a dead Hook or the other path's Action to the tenant's path."""
    REMOVE = "remove"
    """Take away everything of ours, whichever run made it."""


class SecretFate(StrEnum):
    """What a write does to a secret, whose value can never be read back."""

    SET = "set"
    UNCHANGED = "unchanged"
    UNKNOWN = "unknown"
    REMOVED = "removed"


class Resource(StrEnum):
    """What a change touches, in the order in which both vendors demand it (facts/auth0: order of calls)."""

    SENDER = "sender"
    DEPLOYMENT = "deployment"
    BINDING = "binding"
    PROVIDER = "provider"
    FACTOR = "factor"
    SELECTED_PROVIDER = "selected_provider"
    MESSAGE_TYPES = "message_types"
    ENROLL_TEMPLATE = "enroll_template"
    VERIFY_TEMPLATE = "verify_template"
    LEGACY_TEMPLATES = "legacy_templates"
    POLICY = "policy"
    OLD_BINDING = "old_binding"
    """The other path's trigger."""
    OLD_SENDER = "old_sender"
    """Our Action on the other path's trigger, which is only ever removed."""
    HOOK = "hook"


@dataclass(frozen=True, slots=True)
class SenderState:
    """The Action's draft: its name, code, runtime and the names of its secrets.

    `code` may be a digest (see `domain.code_digest`): that is all the journal keeps of it.
    """

    name: str
    code: str
    runtime: str
    secrets: tuple[str, ...]
    version: str = field(default="", compare=False)
    """Auth0's id of a deployed version with this very content, which can be deployed again; empty if there is none."""
    dates: tuple[tuple[str, str], ...] = field(default=(), compare=False)
    """Name and time of the last change of each secret, as far as Auth0 tells."""


@dataclass(frozen=True, slots=True)
class DeploymentState:
    """The code that runs; `version` is Auth0's id of it, empty for one that does not exist yet."""

    code: str
    version: str = ""


@dataclass(frozen=True, slots=True)
class BindingState:
    """Names of the Actions bound to the trigger, in order."""

    actions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProviderState:
    """The phone provider: its name, whether it is disabled, its delivery methods."""

    name: str
    disabled: bool
    methods: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FactorState:
    """Whether the SMS factor is on."""

    on: bool


@dataclass(frozen=True, slots=True)
class MessageTypesState:
    """`sms`, `voice`: what the factor may use; None where Auth0 does not tell while the factor is off."""

    types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TemplateState:
    """A template's text body; `edited` is False for the vendor's default, which has no id.

    A disabled template sends an empty text.
    """

    text: str
    edited: bool
    disabled: bool = False
    beside: str = field(default="", compare=False)
    """Digest of what else stands in it (voice text, sender); empty where nobody noted it."""


@dataclass(frozen=True, slots=True)
class PolicyState:
    """The MFA policy: empty never asks, `all-applications` always, `confidence-score` is Adaptive MFA."""

    policies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SelectedProviderState:
    """Legacy path: auth0, twilio or phone-message-hook."""

    provider: str


@dataclass(frozen=True, slots=True)
class LegacyTemplatesState:
    """Legacy path: both texts, which are written together."""

    enrollment: str
    verification: str


@dataclass(frozen=True, slots=True)
class HookState:
    """A leftover Hook by name, and whether it is on."""

    name: str
    enabled: bool


State = (
    SenderState
    | DeploymentState
    | BindingState
    | ProviderState
    | FactorState
    | MessageTypesState
    | TemplateState
    | PolicyState
    | SelectedProviderState
    | LegacyTemplatesState
    | HookState
)


@dataclass(frozen=True, slots=True)
class Change:
    """One write. `before` is None where the thing does not exist, `after` is None where it shall not exist.

    `method` and `path` are those of the request as it will be seen on the wire; `…` stands for an id that is not
    known before the write. `undo` says whether the inverse restores the old state in full.
    """

    resource: Resource
    before: State | None
    after: State | None
    method: str
    path: str
    undo: bool = True
    secrets: tuple[tuple[str, SecretFate], ...] = ()
    """What the write does to each secret by name; no value is ever part of a plan."""

    @property
    def removes(self) -> bool:
        """Whether the thing goes: also where `after` names another's provider that nobody can bring back."""
        return self.after is None or self.method == "DELETE"

    @property
    def id(self) -> str:
        """Stable name of the change within a plan."""
        return self.resource.value


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be done to one tenant. An empty plan means that nothing is to do."""

    domain: str
    changes: tuple[Change, ...]
    unchanged: tuple[Resource, ...] = ()
    takes_back: bool = False
    """Whether it undoes an earlier run, so that a second undo does not make the changes again."""
    path: TenantPath = TenantPath.UNIFIED
    purpose: Purpose = Purpose.SET_UP
    found: tuple[tuple[Resource, State | None], ...] = field(default=(), compare=False)
    """The tenant as it was when the plan was made, part by part; what could not be read is not in it."""

    def __bool__(self) -> bool:
        return bool(self.changes)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What an apply did. `applied` holds the changes as they were made, in order."""

    plan: Plan
    applied: tuple[Change, ...]
    stopped_by: Problem | None = None
    cancelled: bool = False
    left: tuple[Resource, ...] = ()
    """What taking back left as it is, in order: somebody has changed it since, or what it rests on."""

    @property
    def complete(self) -> bool:
        """Every change was made, and each is known to have been, but for what was left to whoever changed it."""
        return self.stopped_by is None and len(self.applied) + len(self.left) == len(self.plan.changes)
