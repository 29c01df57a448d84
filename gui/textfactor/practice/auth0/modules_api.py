"""Modules of Actions: shared code with versions. Here they are kept and shown; no practice Action uses one.

Source: OpenAPI file, `/actions/modules`. In contrast to Actions, lists show their zeros (wire 1), and
times have six decimals (recorded in 2026).
"""

import uuid
from dataclasses import dataclass, field
from typing import Final

from textfactor.practice.auth0.call import Call, Route
from textfactor.practice.auth0.errors import ApiError, not_found
from textfactor.practice.auth0.fields import Field, array, boolean, checked, exactly, text
from textfactor.practice.clock import Clock, iso
from textfactor.practice.shapes import JsonObject, objects_of, text_of
from textfactor.practice.web.messages import Reply, json_reply, no_content

_SECRET: Final = {"name": Field(text(1, 255), required=True), "value": Field(text(0, 4096), required=True)}
_PACKAGE: Final = {"name": Field(text(1, 255), required=True), "version": Field(text(1, 50), required=True)}
_CHANGE: Final = {
    "code": Field(text(1, 65_536)),
    "secrets": Field(array(exactly(_SECRET), 0, 30)),
    "dependencies": Field(array(exactly(_PACKAGE), 0, 10)),
}
_NEW: Final = {
    **_CHANGE,
    "name": Field(text(1, 255), required=True),
    "code": Field(text(1, 65_536), required=True),
    "api_version": Field(text(1, 20)),
    "publish": Field(boolean),
}
_ROLL_BACK: Final = {"module_version_id": Field(text(1), required=True)}
_MODULE: Final = "No module exists with the specified ID."


@dataclass(slots=True)
class Module:
    """One module. `draft` is its content as it is shown: code, dependencies, secrets without values."""

    id: str
    name: str
    created_at: float
    updated_at: float
    draft: JsonObject
    versions: list[JsonObject] = field(default_factory=list[JsonObject])

    def changed(self) -> bool:
        """Tell whether the draft differs from the newest version."""
        newest = self.versions[-1] if self.versions else {}
        return any(newest.get(name) != value for name, value in self.draft.items())


@dataclass(slots=True)
class ModulesApi:
    """Answers for the modules of a tenant."""

    clock: Clock
    modules: dict[str, Module] = field(default_factory=dict[str, Module])

    def routes(self) -> list[Route]:
        """Return the calls."""
        every, one = "/actions/modules", "/actions/modules/{id}"
        return [
            Route("GET", every, "read:actions", self.listing),
            Route("POST", every, "create:actions", self.create),
            Route("GET", one, "read:actions", self.read),
            Route("PATCH", one, "update:actions", self.change),
            Route("DELETE", one, "delete:actions", self.delete),
            Route("GET", f"{one}/actions", "read:actions", self.users),
            Route("POST", f"{one}/rollback", "update:actions", self.roll_back),
            Route("GET", f"{one}/versions", "read:actions", self.versions),
            Route("POST", f"{one}/versions", "update:actions", self.publish),
            Route("GET", f"{one}/versions/{{version}}", "read:actions", self.version),
        ]

    def listing(self, call: Call) -> Reply:
        """Answer the modules, without their newest versions."""
        rows = [_row(module) for module in self.modules.values()]
        for row in rows:
            row.pop("latest_version", None)
        return json_reply(_page(call, "modules", rows))

    def create(self, call: Call) -> Reply:
        """Add a module: 201."""
        body, now = checked(call.body(), _NEW), self.clock()
        name = text_of(body["name"])
        if any(module.name == name for module in self.modules.values()):
            raise ApiError(409, "An action module with the same name already exists.")
        draft: JsonObject = {"code": "", "dependencies": [], "secrets": []}
        module = Module(str(uuid.uuid4()), name, now, now, {**draft, **self._content(body)})
        self.modules[module.id] = module
        if body.get("publish") is True:
            self._publish(module)
        return json_reply(_row(module), 201)

    def read(self, call: Call) -> Reply:
        """Answer one module."""
        return json_reply(_row(self._module(call)))

    def change(self, call: Call) -> Reply:
        """Change the draft of a module."""
        module = self._module(call)
        module.draft = {**module.draft, **self._content(checked(call.body(), _CHANGE))}
        module.updated_at = self.clock()
        return json_reply(_row(module))

    def delete(self, call: Call) -> Reply:
        """Remove a module."""
        del self.modules[self._module(call).id]
        return no_content()

    def users(self, call: Call) -> Reply:
        """Answer which Actions use a module: none."""
        self._module(call)
        return json_reply(_page(call, "actions", []))

    def publish(self, call: Call) -> Reply:
        """Make a version of the draft; 409 when nothing has changed."""
        module = self._module(call)
        if not module.changed():
            raise ApiError(409, "No draft version is available to publish.")
        return json_reply(self._publish(module))

    def roll_back(self, call: Call) -> Reply:
        """Put the content of a version back into the draft."""
        module, body = self._module(call), checked(call.body(), _ROLL_BACK)
        old = _version(module, text_of(body["module_version_id"]))
        draft: JsonObject = {name: old[name] for name in module.draft}
        if draft == module.draft:
            raise ApiError(409, "The specified version is already the current draft version.")
        module.draft, module.updated_at = draft, self.clock()
        return json_reply(_row(module))

    def versions(self, call: Call) -> Reply:
        """Answer the versions, newest first."""
        return json_reply(_page(call, "versions", self._module(call).versions[::-1]))

    def version(self, call: Call) -> Reply:
        """Answer one version."""
        return json_reply(_version(self._module(call), call.params["version"]))

    def _module(self, call: Call) -> Module:
        module = self.modules.get(call.params["id"])
        if module is None:
            raise not_found(_MODULE)
        return module

    def _publish(self, module: Module) -> JsonObject:
        version: JsonObject = {
            "id": str(uuid.uuid4()),
            "module_id": module.id,
            "version_number": len(module.versions) + 1,
            **module.draft,
            "created_at": iso(self.clock(), 6),
        }
        module.versions.append(version)
        return version

    def _content(self, body: JsonObject) -> JsonObject:
        """Return the draft's part of a body as it is shown: secrets without their values."""
        content: JsonObject = {name: body[name] for name in ("code", "dependencies") if name in body}
        if "secrets" in body:
            at = iso(self.clock(), 6)
            content["secrets"] = [
                {"name": row["name"], "updated_at": at} for row in objects_of(body["secrets"])
            ]
        return content


def _version(module: Module, version_id: str) -> JsonObject:
    for version in module.versions:
        if version["id"] == version_id:
            return version
    raise not_found("The module or version does not exist.")


def _row(module: Module) -> JsonObject:
    newest = module.versions[-1] if module.versions else None
    row: JsonObject = {
        "id": module.id,
        "name": module.name,
        **module.draft,
        "actions_using_module_total": 0,
        "all_changes_published": not module.changed(),
        "created_at": iso(module.created_at, 6),
        "updated_at": iso(module.updated_at, 6),
    }
    if newest:
        row["latest_version_number"] = newest["version_number"]
        row["latest_version"] = {name: value for name, value in newest.items() if name != "module_id"}
    return row


def _page(call: Call, key: str, rows: list[JsonObject]) -> JsonObject:
    page, size = call.count("page", 0), call.count("per_page", 50, 100) or 50
    shown = rows[page * size : (page + 1) * size]
    return {key: shown, "total": len(rows), "page": page, "per_page": size}
