"""Bodies made from the description and then spoiled: never a 500, and what the description forbids is refused."""

import copy
import json
import os
import random
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.contract.practice.test_auth0_every_call import calls, filled, sample, things_of
from tests.unit.practice.kit import Client, FakeClock

from textfactor.practice import ActionRun
from textfactor.practice.web.messages import Request

ROUNDS = int(os.environ.get("ROUNDS", "600"))  # 50,000 take a minute
JUNK: list[Any] = [
    None, True, 0, -1, 3.5, "", "x", "é" * 5, "x" * 30_000, [], {}, [None], {"x": 1}, ["a"], 10**12, {"a": [{"b": 1}]},
]  # fmt: skip
QUERIES = [
    "",
    "page=1",
    "per_page=-1",
    "take=3",
    "from=x",
    "q=type:x",
    "sort=a",
    "include_totals=true",
    "x=%ff",
]

# Where the stand-in does not look as closely as the description: values that nothing here depends on.
NOT_LOOKED_INTO = {
    ("patch", "/tenants/settings"),
    ("patch", "/attack-protection/suspicious-ip-throttling"),
    ("put", "/guardian/factors/push-notification/providers/sns"),
    ("patch", "/guardian/factors/push-notification/providers/sns"),
}


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path to each part of a JSON value."""
    yield path
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in parts:
        yield from places(inner, (*path, key))


def spoiled(value: Any, dice: random.Random) -> Any:
    """Return a copy with one part replaced, removed, or one added."""
    value = copy.deepcopy(value)
    path = dice.choice(list(places(value)))
    if not path:
        return dice.choice(JUNK)
    holder: Any = value
    for key in path[:-1]:
        holder = holder[key]
    how = dice.randrange(3)
    if how == 0:
        holder[path[-1]] = dice.choice(JUNK)
    elif isinstance(holder, list):
        holder.append(dice.choice(JUNK))
    elif how == 1:
        del holder[path[-1]]
    else:
        holder["strange"] = 1
    return value


@pytest.mark.parametrize(("path", "state"), [("unified", "fresh"), ("legacy", "dead_hook")])
def test_spoiled_bodies(make_client, load, clock: FakeClock, path, state):
    description = load("auth0-management")
    schemas, dice = description["components"]["schemas"], random.Random(path)
    client: Client = make_client(path=path, state=state)
    things, operations = things_of(client, clock), list(calls(description))
    app: Any = client.world._servers[1]._application._answer  # pyright: ignore[reportAttributeAccessIssue]
    headers = {"authorization": f"Bearer {client.info['auth0']['token']}", "content-type": "application/json"}
    client.world._run_action.instead = lambda job: ActionRun("ok")  # pyright: ignore[reportFunctionMemberAccess]
    loose: set[tuple[str, str]] = set()
    for _ in range(ROUNDS):
        clock.forward(1)
        method, where, operation = dice.choice(operations)
        address = "/api/v2" + filled(where, things).replace("/hooks/nothing", "/hooks/01practicehook")
        schema, body = None, None
        if "requestBody" in operation:
            schema = next(iter(operation["requestBody"]["content"].values()))["schema"]
            body = spoiled(sample(schema, schemas, whole=dice.random() < 0.7), dice)
        raw = json.dumps(body).encode()
        reply = app(Request(method.upper(), address, dice.choice(QUERIES), headers, raw))
        assert reply.status < 500, (method, address, raw)
        if reply.status >= 400:
            assert json.loads(reply.body)["statusCode"] == reply.status
        elif schema is not None and body is not None:
            judge = Draft202012Validator({**schema, "components": {"schemas": schemas}})
            if not judge.is_valid(body):
                loose.add((method, where))
    assert loose <= NOT_LOOKED_INTO
