"""The calls under `/actions/triggers`: the triggers, and which Actions are bound to them."""

import uuid
from dataclasses import dataclass

from textfactor.practice.auth0.action_views import binding_row, page_of
from textfactor.practice.auth0.actions import Action, ActionShelf, Binding
from textfactor.practice.auth0.call import Call, Route
from textfactor.practice.auth0.errors import ApiError, not_found
from textfactor.practice.auth0.fields import Field, array, checked, exactly, one_of, problem, text
from textfactor.practice.auth0.triggers import has_trigger, trigger_rows
from textfactor.practice.shapes import JsonObject, object_of, objects_of, text_of
from textfactor.practice.web.messages import Reply, json_reply

_REF = {
    "type": Field(one_of("binding_id", "action_id", "action_name"), required=True),
    "value": Field(text(1), required=True),
}
_BINDING = {
    "ref": Field(exactly(_REF), required=True),
    "display_name": Field(text(1)),
    "secrets": Field(array(exactly({"name": Field(text(1)), "value": Field(text())}))),
}


@dataclass(slots=True)
class BindingsApi:
    """Answers for triggers and bindings of a tenant."""

    shelf: ActionShelf

    def routes(self) -> list[Route]:
        """Return the calls."""
        bindings = "/actions/triggers/{trigger}/bindings"
        return [
            Route("GET", "/actions/triggers", "read:actions", self.triggers),
            Route("GET", bindings, "read:actions", self.listing),
            Route("PATCH", bindings, "update:actions", self.replace),
        ]

    def triggers(self, call: Call) -> Reply:
        """Answer all triggers."""
        del call
        return json_reply({"triggers": trigger_rows()})

    def listing(self, call: Call) -> Reply:
        """Answer the bindings of a trigger, in the order in which they run."""
        rows = [self._row(binding) for binding in self.shelf.bound(_trigger(call))]
        return json_reply(page_of(call, "bindings", rows, 50))

    def replace(self, call: Call) -> Reply:
        """Replace all bindings of a trigger; what is not in the list is unbound.

        Answers `{"bindings": […]}` alone (wire 1).
        """
        trigger = _trigger(call)
        body = checked(call.body(), {"bindings": Field(array(_any_object), required=True)})
        old = self.shelf.bound(trigger)
        new = [
            self._binding(trigger, index, row, old) for index, row in enumerate(objects_of(body["bindings"]))
        ]
        self.shelf.bindings[trigger] = new
        return json_reply({"bindings": [self._row(binding) for binding in new]})

    def _binding(self, trigger: str, index: int, row: JsonObject, old: list[Binding]) -> Binding:
        """Return a binding as asked for; one that was there keeps its id. Raises ApiError (400)."""
        if problem(row, _BINDING):
            message = "Data does not match any schemas from 'oneOf'"
            text = f"Payload validation error: '{message}' on property bindings[{index}]."
            raise ApiError(400, text, "invalid_body")
        action = self._referred(row, old)
        if action.trigger != trigger:
            raise ApiError(400, "Trying to create a binding between an incompatible action and trigger.")
        if action.deployed is None:
            raise ApiError(400, "Trying to create a binding for an action that has not been deployed.")
        known = next((binding for binding in old if binding.action_id == action.id), None)
        return Binding(
            id=known.id if known else str(uuid.uuid4()),
            trigger=trigger,
            action_id=action.id,
            display_name=text_of(row.get("display_name"), action.name),
            created_at=known.created_at if known else self.shelf.clock(),
        )

    def _referred(self, row: JsonObject, old: list[Binding]) -> Action:
        """Return the Action that a reference means. Raises ApiError (404)."""
        ref = object_of(row["ref"]) or {}
        kind, value = text_of(ref["type"]), text_of(ref["value"])
        if kind == "action_id":
            return self.shelf.get(value)
        for action in self.shelf.all():
            if kind == "action_name" and action.name == value:
                return action
            if kind == "binding_id" and any(b.id == value and b.action_id == action.id for b in old):
                return action
        raise not_found("That action does not exist.")

    def _row(self, binding: Binding) -> JsonObject:
        action = self.shelf.get(binding.action_id)
        return binding_row(binding, action, self.shelf.status(action))


def _any_object(value: object) -> str:
    return "" if object_of(value) is not None else "Data does not match any schemas from 'oneOf'"


def _trigger(call: Call) -> str:
    """Return the trigger that the path names. Raises ApiError (404)."""
    name = call.params["trigger"]
    if not has_trigger(name):
        raise not_found("That trigger does not exist.")
    return name
