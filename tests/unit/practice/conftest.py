"""A practice world for each test, at a clock the test can turn."""

from collections.abc import Iterator

import pytest
from tests.unit.practice.kit import Client, FakeClock, PythonSender

from textfactor.practice import PracticeWorld


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def sender() -> PythonSender:
    return PythonSender()


@pytest.fixture
def pauses() -> list[float]:
    """The waits the world asked for; none of them is waited for."""
    return []


@pytest.fixture
def world(sender: PythonSender, clock: FakeClock, pauses: list[float]) -> Iterator[PracticeWorld]:
    with PracticeWorld(sender, clock=clock, pause=pauses.append) as made:
        yield made


@pytest.fixture
def client(world: PracticeWorld) -> Iterator[Client]:
    made = Client(world)
    yield made
    made.close()


@pytest.fixture
def code(client: Client):
    """Return the code in the newest message on the phone."""

    def newest() -> str:
        return client.inbox()[-1]["text"].split()[0]

    return newest
