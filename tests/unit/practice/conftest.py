"""A practice world for each test, at a clock the test can turn."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from tests.unit.practice.kit import Client, FakeClock, PythonSender, Waits

from textfactor.practice import PracticeWorld


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def sender() -> PythonSender:
    return PythonSender()


@pytest.fixture
def pauses() -> Waits:
    """The waits the world asked for."""
    return Waits()


@pytest.fixture
def world(sender: PythonSender, clock: FakeClock, pauses: Waits) -> Iterator[PracticeWorld]:
    with PracticeWorld(sender, clock=clock, pause=pauses) as made:
        yield made
        made._stopped.set()
        pauses.go.set()


@pytest.fixture
def client(world: PracticeWorld) -> Iterator[Client]:
    made = Client(world)
    yield made
    made.close()


@pytest.fixture
def make_client(sender: PythonSender, clock: FakeClock, pauses: Waits) -> Iterator[Callable[..., Client]]:
    """Start a world with the given settings and return a client of it; all end with the test."""
    with ExitStack() as stack:

        def make(**settings: str) -> Client:
            world = stack.enter_context(
                PracticeWorld(sender, clock=clock, pause=pauses, **settings)  # pyright: ignore[reportArgumentType]
            )
            client = Client(world)
            stack.callback(client.close)
            return client

        yield make


@pytest.fixture
def code(client: Client):
    """Return the code in the newest message on the phone."""

    def newest() -> str:
        return client.inbox()[-1]["text"].split()[0]

    return newest


@pytest.fixture
def ready(client: Client, clock: FakeClock) -> Client:
    """A client whose tenant sends codes by SMS."""
    client.set_up(clock)
    return client
