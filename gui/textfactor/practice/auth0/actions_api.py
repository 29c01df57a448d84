"""The calls under `/actions/actions`: create, change, build, deploy, roll back, delete."""

from dataclasses import dataclass

from textfactor.practice.auth0.action_rules import checked_change, checked_new
from textfactor.practice.auth0.action_views import action_row, new_version_row, page_of, version_row
from textfactor.practice.auth0.actions import Action, ActionShelf, Version
from textfactor.practice.auth0.call import Call, Route
from textfactor.practice.auth0.errors import not_found
from textfactor.practice.auth0.fields import Field, boolean, checked
from textfactor.practice.core import Core
from textfactor.practice.faults import AUTH0
from textfactor.practice.shapes import JsonObject
from textfactor.practice.web.messages import Reply, json_reply, no_content


@dataclass(slots=True)
class ActionsApi:
    """Answers for the Actions of a tenant."""

    core: Core
    shelf: ActionShelf

    def routes(self) -> list[Route]:
        """Return the calls."""
        one, versions = "/actions/actions/{id}", "/actions/actions/{id}/versions"
        return [
            Route("GET", "/actions/actions", "read:actions", self.listing),
            Route("POST", "/actions/actions", "create:actions", self.create),
            Route("GET", one, "read:actions", self.read),
            Route("PATCH", one, "update:actions", self.change),
            Route("DELETE", one, "delete:actions", self.delete),
            Route("POST", f"{one}/deploy", "create:actions", self.deploy),
            Route("GET", versions, "read:actions", self.versions),
            Route("GET", f"{versions}/{{version}}", "read:actions", self.version),
            Route("POST", f"{versions}/{{version}}/deploy", "create:actions", self.roll_back),
        ]

    def listing(self, call: Call) -> Reply:
        """Answer the list, filtered by trigger, name, deployed and installed."""
        deployed, installed = call.flag("deployed"), call.flag("installed")
        trigger, name = call.request.query.get("triggerId"), call.request.query.get("actionName")
        rows = [
            self._row(action)
            for action in self.shelf.all()
            if trigger in (None, action.trigger)
            and name in (None, action.name)
            and deployed in (None, action.deployed is not None)
            and not installed
        ]
        return json_reply(page_of(call, "actions", rows))

    def create(self, call: Call) -> Reply:
        """Create an Action: 201, and its build begins."""
        body = checked_new(call.body())
        action = self.shelf.create(body, build_fails=self._builds_fail(call))
        return json_reply(self._row(action, "pending"), 201)

    def read(self, call: Call) -> Reply:
        """Answer one Action."""
        return json_reply(self._row(self._action(call)))

    def change(self, call: Call) -> Reply:
        """Change the draft; it is built again, what runs stays."""
        action = self._action(call)
        self.shelf.change(action, checked_change(call.body()), build_fails=self._builds_fail(call))
        return json_reply(self._row(action, "pending"))

    def delete(self, call: Call) -> Reply:
        """Delete an Action; a bound one only with `force=true`."""
        force = call.flag("force") is True
        self.shelf.delete(self._action(call), force=force)
        return no_content()

    def deploy(self, call: Call) -> Reply:
        """Deploy the draft: 200 with the version, `deployed: false` (the OpenAPI file says 202; wire 2)."""
        action = self._action(call)
        return json_reply(new_version_row(action, self.shelf.deploy(action)))

    def versions(self, call: Call) -> Reply:
        """Answer the versions, newest first."""
        action = self._action(call)
        rows: list[JsonObject] = [
            version_row(action, version, deployed=version is action.deployed)
            for version in reversed(action.versions)
        ]
        return json_reply(page_of(call, "versions", rows))

    def version(self, call: Call) -> Reply:
        """Answer one version."""
        action = self._action(call)
        version = _version(action, call)
        return json_reply(version_row(action, version, deployed=version is action.deployed))

    def roll_back(self, call: Call) -> Reply:
        """Deploy an old version again, as a new version with its content."""
        action = self._action(call)
        old = _version(action, call)
        body = call.body()
        change = checked(body, {"update_draft": Field(boolean)}) if body is not None else {}
        if change.get("update_draft") is True:
            action.draft = old.content
        version = action.deploy(old.content, self.core.clock())
        return json_reply(new_version_row(action, version))

    def _action(self, call: Call) -> Action:
        return self.shelf.get(call.params["id"])

    def _row(self, action: Action, status: str = "") -> JsonObject:
        return action_row(action, status or self.shelf.status(action))

    def _builds_fail(self, call: Call) -> bool:
        return self.core.faults.holds("build_fails", AUTH0, call.request.path)


def _version(action: Action, call: Call) -> Version:
    """Return the version that the path names. Raises ApiError (404)."""
    for version in action.versions:
        if version.id == call.params["version"]:
            return version
    raise not_found("That action version does not exist.")
