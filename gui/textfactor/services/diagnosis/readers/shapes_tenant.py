"""What both vendors answer about settings and accounts: what in it can keep codes from being sent.

A person who looks something up with `GET` can paste the answer. Each trait becomes a STATE clue, whose value is
one of the words below.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final

from textfactor.domain.diagnosis import ClueKind, InputKind
from textfactor.services.diagnosis.readers.clues import Collector
from textfactor.services.diagnosis.readers.shapes_texts import (
    read_legacy_texts,
    read_template,
    read_templates,
)
from textfactor.services.diagnosis.readers.states import State, below, entries_of, seen, text_of
from textfactor.services.diagnosis.readers.tree import Node, NodeKind, join

_SENDER_TRIGGERS: Final = ("custom-phone-provider", "send-phone-message")
_NO_MONEY = re.compile(r"-[\d.]+|0(?:\.0*)?")
_PENNIES = re.compile(r"0\.0[0-4]\d{0,12}")
"""Below five cents: less than a message costs in most countries."""


def read_settings(node: Node, at: str, out: Collector) -> bool:
    """Read an object as an answer about settings; return whether it was one."""
    for known in _SHAPES:
        states = list(known(node))
        if states:
            out.begin(InputKind.REPORT if known is _report else InputKind.SETTINGS)
            for value, leaf, path in states:
                if value:
                    out.put(ClueKind.STATE, value, _where(at, path), (leaf.start, leaf.end))
            return True
    return False


def _where(at: str, path: str) -> str:
    return f"{at}.{path}" if at and path else at or path


def _factor(node: Node) -> Iterator[State]:
    name, enabled = node.get("name"), node.get("enabled")
    if name is None or enabled is None or node.get("trial_expired") is None:
        return
    yield seen(node)
    if text_of(name) == "sms" and text_of(enabled) in ("false", "False"):
        yield ("factor_off", enabled, "enabled")


def _message_types(node: Node) -> Iterator[State]:
    types = node.get("message_types")
    if types is None or types.kind is not NodeKind.ARRAY:
        return
    yield seen(node)
    names = [text_of(one) for one in entries_of(types)]
    if not names:
        yield ("no_message_types", types, "message_types")
    elif "sms" not in names:
        yield ("voice_only", types, "message_types")


def _account(node: Node) -> Iterator[State]:
    """Read Vonage's balance or its list of rented numbers (Account and Numbers API)."""
    value, numbers = node.get("value"), node.get("numbers")
    if value is not None and node.get("autoReload") is not None:
        yield seen(node)
        if _NO_MONEY.fullmatch(text_of(value)):
            yield ("no_credit", value, "value")
        elif _PENNIES.fullmatch(text_of(value)):
            yield ("low_credit", value, "value")
    elif numbers is not None and numbers.kind is NodeKind.ARRAY and node.get("count") is not None:
        yield seen(node)
        if not numbers.items:
            yield ("no_numbers", numbers, "numbers")


def _report(node: Node) -> Iterator[State]:
    """Read a report of Vonage's without any record in it (Reports API)."""
    rows = node.get("records")
    if rows is None or rows.kind is not NodeKind.ARRAY or rows.items:
        return
    if any(node.get(name) is not None for name in ("request_status", "items_count", "ids_not_found")):
        yield ("no_record", rows, "records")


def _hook(node: Node) -> Iterator[State]:
    """Read a Hook that is still there; none is run since 18 November 2026 (Auth0's deprecations page)."""
    trigger = node.get("triggerId")
    if trigger is None or node.get("enabled") is None:
        return
    yield seen(node)
    if text_of(trigger) == "send-phone-message":
        yield ("hook_left", trigger, "triggerId")


def _selected_provider(node: Node) -> Iterator[State]:
    provider = node.get("provider")
    if provider is None or len(node.items) > 1:
        return
    found = {"twilio": "twilio_selected", "auth0": "built_in_selected", "phone-message-hook": ""}
    if text_of(provider) in found:
        yield (found[text_of(provider)], provider, "provider")


def _providers(node: Node) -> Iterator[State]:
    rows = node.get("providers")
    if rows is not None and rows.kind is NodeKind.ARRAY:
        yield seen(node)
        if not rows.items:
            yield ("provider_missing", rows, "providers")
        for index, row in enumerate(entries_of(rows)):
            yield from below(_provider(row), join("providers", "", index))


def _provider(node: Node) -> Iterator[State]:
    configuration = node.get("configuration")
    if text_of(node.get("channel")) != "phone" and configuration is None:
        return
    name, disabled = node.get("name"), node.get("disabled")
    if text_of(name) not in ("twilio", "custom") or name is None:
        return
    yield seen(node)
    if text_of(name) == "twilio":
        yield ("twilio_selected", name, "name")
    if disabled is not None and text_of(disabled) in ("true", "True"):
        yield ("provider_disabled", disabled, "disabled")
    methods = configuration.get("delivery_methods") if configuration is not None else None
    if methods is not None and "text" not in [text_of(one) for one in entries_of(methods)]:
        yield ("voice_only", methods, "configuration.delivery_methods")


def _bindings(node: Node) -> Iterator[State]:
    rows = node.get("bindings")
    if rows is not None and rows.kind is NodeKind.ARRAY:
        yield seen(node)
        if not rows.items:
            yield ("action_unbound", rows, "bindings")


def _actions(node: Node) -> Iterator[State]:
    rows = node.get("actions")
    if rows is None or rows.kind is not NodeKind.ARRAY:
        return
    yield seen(node)
    for index, row in enumerate(entries_of(rows)):
        yield from below(_action(row), join("actions", "", index))


def _action(node: Node) -> Iterator[State]:
    """Read an Action that looks like a sender, by its trigger or by its secrets."""
    triggers = node.get("supported_triggers")
    if triggers is None or node.get("name") is None:
        return
    yield seen(node)
    ids = [text_of(one.get("id")) for one in entries_of(triggers)]
    secrets = [text_of(one.get("name")) for one in entries_of(node.get("secrets"))]
    is_sender = any(one in _SENDER_TRIGGERS for one in ids)
    if not is_sender and not any("VONAGE" in name.upper() or "NEXMO" in name.upper() for name in secrets):
        return
    if not is_sender:
        yield ("wrong_trigger", triggers, "supported_triggers")
    yield from _build(node)
    yield from _secrets(node, secrets)


def _build(node: Node) -> Iterator[State]:
    status, deployed = node.get("status"), node.get("deployed_version")
    if status is not None and text_of(status) == "failed":
        yield ("build_failed", status, "status")
    if status is not None and text_of(status) in ("pending", "building", "retrying"):
        yield ("build_pending", status, "status")
    if deployed is None or text_of(deployed) == "null":
        yield ("action_not_deployed", status or node, "status" if status else "")
        return
    changed = node.get("all_changes_deployed")
    if changed is not None and text_of(changed) in ("false", "False"):
        yield ("draft_newer", changed, "all_changes_deployed")


def _secrets(node: Node, names: list[str]) -> Iterator[State]:
    listed = node.get("secrets")
    vonages = [name for name in names if "VONAGE" in name.upper() or "NEXMO" in name.upper()]
    if listed is not None and vonages and not any("SECRET" in name.upper() for name in vonages):
        yield ("secret_missing", listed, "secrets")


_SHAPES: Final[tuple[Callable[[Node], Iterator[State]], ...]] = (
    _factor,
    _message_types,
    _providers,
    _bindings,
    _actions,
    _action,
    read_templates,
    read_template,
    read_legacy_texts,
    _provider,
    _hook,
    _report,
    _account,
    _selected_provider,
)


def read_policies(node: Node, at: str, out: Collector) -> bool:
    """Read the bare list of policies; an empty one asks nobody. Only what stands before it tells which list it is."""
    names = [text_of(one) for one in entries_of(node)]
    if node.kind is not NodeKind.ARRAY or not set(names) <= {"all-applications", "confidence-score"}:
        return False
    out.begin(InputKind.SETTINGS)
    if not names:
        out.put(ClueKind.STATE, "nobody_asks", at, (node.start, node.end))
    return True
