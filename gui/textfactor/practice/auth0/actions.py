"""The state of Actions: a draft that is built, versions, the deployed one, bindings. No HTTP here."""

import uuid
from dataclasses import dataclass, field, replace
from typing import Final

from textfactor.practice.auth0.action_rules import DEFAULT_RUNTIME, missing_package
from textfactor.practice.auth0.errors import ApiError
from textfactor.practice.auth0.triggers import SENDER, current_version
from textfactor.practice.clock import Clock
from textfactor.practice.shapes import JsonObject, objects_of, text_of

NOT_BUILT: Final = "A draft must be in the 'built' state before it can be deployed."
"""What `deploy` says before the build is done; auth0-deploy-cli waits for these very words (#395)."""

VERSIONS_KEPT: Final = 50
"""So many versions of an Action are kept (Auth0 entity limit policy)."""


@dataclass(frozen=True, slots=True)
class Secret:
    """A secret of an Action; `value` never leaves the tenant but towards the running code."""

    name: str
    value: str
    updated_at: float


@dataclass(frozen=True, slots=True)
class Content:
    """What a build is made from."""

    code: str = ""
    runtime: str = DEFAULT_RUNTIME
    dependencies: tuple[JsonObject, ...] = ()
    secrets: tuple[Secret, ...] = ()

    def secret_values(self) -> dict[str, object]:
        """Return the secrets as the running code sees them."""
        return {secret.name: secret.value for secret in self.secrets}


@dataclass(frozen=True, slots=True)
class Build:
    """A build that takes its time. `started` is in seconds since 1970, `seconds` how long it takes."""

    started: float
    seconds: float
    fails: bool

    def done(self) -> "Build":
        """Return this build as one that took no time."""
        return replace(self, seconds=0.0)

    def status(self, now: float) -> str:
        """Return where the build is: pending, building, built; or failed, after `retrying` (wire 3)."""
        done = (now - self.started) / self.seconds if self.seconds > 0 else 1.0
        if done >= 1:
            return "failed" if self.fails else "built"
        if self.fails and 0.4 <= done < 0.7:
            return "retrying"
        return "pending" if done < 0.2 else "building"


@dataclass(frozen=True, slots=True)
class Version:
    """A state of an Action that was deployed at some time."""

    id: str
    number: int
    content: Content
    created_at: float


@dataclass(slots=True)
class Action:
    """One Action. `deployed` is what runs; `changed` says that the draft is not what was deployed last."""

    id: str
    name: str
    trigger: str
    trigger_version: str
    draft: Content
    build: Build
    created_at: float
    updated_at: float
    versions: list[Version] = field(default_factory=list[Version])
    deployed: Version | None = None
    changed: bool = True
    deploy_when_built: bool = False

    def deploy(self, content: Content, now: float) -> Version:
        """Make a new version of `content` and let it run from now on."""
        number = self.versions[-1].number + 1 if self.versions else 1
        version = Version(str(uuid.uuid4()), number, content, now)
        self.versions = [*self.versions, version][-VERSIONS_KEPT:]
        self.deployed = version
        self.changed = content != self.draft
        return version


@dataclass(frozen=True, slots=True)
class Binding:
    """An Action in its place in a trigger's flow."""

    id: str
    trigger: str
    action_id: str
    display_name: str
    created_at: float


@dataclass(slots=True)
class ActionShelf:
    """All Actions and bindings of a tenant."""

    clock: Clock
    build_seconds: float
    actions: dict[str, Action] = field(default_factory=dict[str, Action])
    bindings: dict[str, list[Binding]] = field(default_factory=dict[str, list[Binding]])

    def get(self, action_id: str) -> Action:
        """Return an Action, its build brought up to date. Raises ApiError (404)."""
        action = self.actions.get(action_id)
        if action is None:
            raise ApiError(404, "That action does not exist.")
        self._settle(action)
        return action

    def all(self) -> list[Action]:
        """Return all Actions, oldest first."""
        return [self.get(action_id) for action_id in self.actions]

    def status(self, action: Action) -> str:
        """Return the state of the draft's build."""
        return action.build.status(self.clock())

    def create(self, body: JsonObject, *, build_fails: bool) -> Action:
        """Add an Action and begin to build it. Raises ApiError (403, 409)."""
        trigger = objects_of(body["supported_triggers"])[0]
        name, trigger_id = text_of(body["name"]), text_of(trigger.get("id"))
        self._require_free_name(name)
        if trigger_id == SENDER and any(action.trigger == SENDER for action in self.actions.values()):
            raise ApiError(
                403,
                f"{SENDER} can only have one supported Action",
                "actions_cardinality_custom_phone_provider_not_allowed",
            )
        now = self.clock()
        draft = self._content(Content(), body)
        action = Action(
            id=str(uuid.uuid4()),
            name=name,
            trigger=trigger_id,
            trigger_version=text_of(trigger.get("version")) or current_version(trigger_id),
            draft=draft,
            build=self._build(draft, fails=build_fails),
            created_at=now,
            updated_at=now,
            deploy_when_built=body.get("deploy") is True,
        )
        self.actions[action.id] = action
        return action

    def change(self, action: Action, body: JsonObject, *, build_fails: bool) -> None:
        """Change the draft and build it again; what is deployed stays. Raises ApiError (400, 409)."""
        for trigger in objects_of(body.get("supported_triggers")):
            if trigger.get("id") != action.trigger:
                raise ApiError(400, "The trigger of an action cannot be changed.", "invalid_body")
            action.trigger_version = text_of(trigger.get("version")) or action.trigger_version
        name = text_of(body.get("name"), action.name)
        if name != action.name:
            self._require_free_name(name)
        action.name = name
        action.draft = self._content(action.draft, body)
        action.build = self._build(action.draft, fails=build_fails)
        action.changed, action.deploy_when_built = True, False
        action.updated_at = self.clock()

    def deploy(self, action: Action) -> Version:
        """Deploy the draft. Raises ApiError (400) unless it is built."""
        if self.status(action) != "built":
            raise ApiError(400, NOT_BUILT)
        return action.deploy(action.draft, self.clock())

    def delete(self, action: Action, *, force: bool) -> None:
        """Delete an Action. Raises ApiError (409) when it is bound and nobody forces it."""
        bound = [
            binding for rows in self.bindings.values() for binding in rows if binding.action_id == action.id
        ]
        if bound and not force:
            raise ApiError(409, "That action is bound to a trigger and cannot be deleted.")
        for trigger, rows in self.bindings.items():
            self.bindings[trigger] = [row for row in rows if row.action_id != action.id]
        del self.actions[action.id]

    def bind(self, trigger: str, action: Action) -> None:
        """Put an Action behind those that are bound to a trigger."""
        binding = Binding(str(uuid.uuid4()), trigger, action.id, action.name, self.clock())
        self.bindings[trigger] = [*self.bound(trigger), binding]

    def bound(self, trigger: str) -> list[Binding]:
        """Return the bindings of a trigger, in order."""
        return list(self.bindings.get(trigger, []))

    def has_deployed_sender(self) -> bool:
        """Tell whether an Action for phone messages is deployed, bound or not."""
        return any(action.deployed is not None for action in self.all() if action.trigger == SENDER)

    def _settle(self, action: Action) -> None:
        """Deploy what was to be deployed as soon as it is built."""
        if action.deploy_when_built and self.status(action) == "built":
            action.deploy_when_built = False
            action.deploy(action.draft, self.clock())

    def _require_free_name(self, name: str) -> None:
        if any(action.name == name for action in self.actions.values()):
            raise ApiError(409, f"An action with the name '{name}' already exists.")

    def _build(self, content: Content, *, fails: bool) -> Build:
        missing = missing_package(list(content.dependencies))
        return Build(self.clock(), self.build_seconds, fails or bool(missing))

    def _content(self, old: Content, body: JsonObject) -> Content:
        """Return the draft after a change; a missing field keeps its value, `secrets` replace them all."""
        now = self.clock()
        new = replace(
            old, code=text_of(body.get("code"), old.code), runtime=text_of(body.get("runtime"), old.runtime)
        )
        if "dependencies" in body:
            new = replace(new, dependencies=tuple(objects_of(body["dependencies"])))
        if "secrets" in body:
            rows = objects_of(body["secrets"])
            secrets = tuple(Secret(text_of(row["name"]), text_of(row.get("value")), now) for row in rows)
            new = replace(new, secrets=secrets)
        return new
