"""A practice world whose builds are done at once, and the judge: the vendors' own API descriptions."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from openapi_core import Config, OpenAPI
from openapi_core.contrib.requests import RequestsOpenAPIRequest, RequestsOpenAPIResponse
from requests import PreparedRequest, Response
from tests.unit.practice.kit import Client, FakeClock, PythonSender

from textfactor.practice import PracticeWorld


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def world(clock: FakeClock) -> Iterator[PracticeWorld]:
    with PracticeWorld(PythonSender(), clock=clock, pause=lambda seconds: None) as made:
        yield made


@pytest.fixture
def client(world: PracticeWorld) -> Iterator[Client]:
    made = Client(world)
    yield made
    made.close()


@pytest.fixture
def make_client(clock: FakeClock) -> Iterator[Callable[..., Client]]:
    """Start a world with the given settings and return a client of it; all end with the test."""
    with ExitStack() as stack:

        def make(**settings: str) -> Client:
            world = PracticeWorld(PythonSender(), clock=clock, pause=lambda seconds: None, **settings)  # pyright: ignore[reportArgumentType]
            client = Client(stack.enter_context(world))
            stack.callback(client.close)
            return client

        yield make


NOT_VALIDATED: Any = None
"""The descriptions themselves are not on trial."""


class Judge:
    """Checks exchanges against one API description; says what is wrong with them."""

    def __init__(self, description: dict[str, Any], server: str) -> None:
        description = description | {"servers": [{"url": server}]}
        for path in description["paths"].values():
            path.pop("servers", None)
            for operation in path.values():
                if isinstance(operation, dict):
                    operation.pop("servers", None)
        self._api = OpenAPI.from_dict(description, config=Config(spec_validator_cls=NOT_VALIDATED))
        self._server = server

    def request_errors(self, answer: Response) -> list[str]:
        request = RequestsOpenAPIRequest(self._moved(answer.request))
        return _errors(lambda: self._api.validate_request(request))

    def response_errors(self, answer: Response) -> list[str]:
        request = RequestsOpenAPIRequest(self._moved(answer.request))
        response = RequestsOpenAPIResponse(answer)
        return _errors(lambda: self._api.validate_response(request, response))

    def _moved(self, request: PreparedRequest) -> PreparedRequest:
        """Return the request as if it had gone to the real host."""
        moved = request.copy()
        address = urlsplit(str(request.url))
        path = address.path.removeprefix("/api/v2") if "auth0" in self._server else address.path
        if "/account" in self._server:
            path = path.removeprefix("/account")
        moved.url = self._server + path + (f"?{address.query}" if address.query else "")
        return moved


def _errors(check: Callable[[], object]) -> list[str]:
    from openapi_core.exceptions import OpenAPIError
    from openapi_core.validation.schemas.exceptions import InvalidSchemaValue

    try:
        check()
    except OpenAPIError as error:
        inner = error if isinstance(error, InvalidSchemaValue) else error.__cause__
        if isinstance(inner, InvalidSchemaValue):
            return sorted(
                "/".join(str(part) for part in one.absolute_path) + f": {one.message}"  # pyright: ignore[reportAttributeAccessIssue]
                for one in inner.schema_errors
            )
        return [f"{error!r} {inner!r}"]
    return []


@pytest.fixture(scope="session")
def load(specs: Path) -> Callable[[str], dict[str, Any]]:
    """Return one of the descriptions."""
    return lambda name: json.loads((specs / f"{name}.json").read_text("utf-8"))


@pytest.fixture(scope="session")
def auth0_judge(load: Callable[[str], dict[str, Any]]) -> Judge:
    return Judge(load("auth0-management"), "https://acme.auth0.com/api/v2")
