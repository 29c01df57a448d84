"""Every fault of the practice world, at every step of a set-up: a typed problem, and nothing that cannot be mended.

After the fault is over, going on reaches the planned state, and taking back reaches the first one.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.e2e.killing.steps import Job, run
from tests.e2e.killing.worlds import Stage, stage

from textfactor.adapters.journal_file import JournalFile
from textfactor.domain.problems import Problem, ProblemError
from textfactor.practice import CATALOGUE
from textfactor.words.problems import explain

LOST = {"unified": (), "legacy": ("guardian/factors/phone/templates",)}
STEPS = {"unified": range(1, 20), "legacy": range(1, 18)}
"""Notes of the journal: one at the beginning, two for each change."""
AUTH0 = [fault.name for fault in CATALOGUE if "auth0" in fault.services]
VONAGE = [fault.name for fault in CATALOGUE if "auth0" not in fault.services]
MENDED_BY_HALF = "secret_missing"
"""When it ends, the world puts the draft's secret back, but not that of a version which was deployed meanwhile."""


class WatchedJournal(JournalFile):
    """Lets something happen at one of its notes."""

    def __init__(self, path: Path, note: int, happen: Callable[[], None]) -> None:
        super().__init__(path)
        self._left = note
        self._happen = happen

    def _append(self, run: str, event: str, fields: dict[str, Any]) -> None:
        super()._append(run, event, fields)
        self._left -= 1
        if self._left == 0:
            self._happen()


@pytest.fixture(scope="module")
def stages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Stage]]:
    """Worlds by path, each started once."""
    with ExitStack() as stack:
        made: dict[str, Stage] = {}

        def get(path: str) -> Stage:
            if path not in made:
                state = "fresh" if path == "unified" else "legacy"
                folder = tmp_path_factory.mktemp(path)
                made[path] = stack.enter_context(stage(folder, path, state, LOST[path]))
            return made[path]

        yield get


def attempt(job: Job, journal: JournalFile | None = None) -> Problem | None:
    """Run, and return what stopped it; anything but a typed problem fails the test."""
    try:
        receipt = run(job, journal)
    except ProblemError as error:
        return error.problem
    assert receipt.complete or receipt.stopped_by is not None
    return receipt.stopped_by


def meets(at: Stage, fault: str, note: int, planned: str, *, back: bool) -> Problem | None:
    """Let a fault begin at a note; when it is over, go on or take back. Return what stopped the run."""
    at.reset()
    first, job = at.kept(), at.job()
    body = {"name": fault, "service": "auth0"}
    journal = WatchedJournal(Path(job.journal), note, lambda: at.control("POST", "/faults", body))
    stopped = attempt(job, journal)
    at.control("DELETE", "/faults")
    if stopped is not None:
        told = explain(stopped)
        assert told.title.english()
        assert told.next, stopped.kind
    after = attempt(replace(job, undo=back))
    assert after is None, (fault, note, back, stopped, after)
    if back or fault != MENDED_BY_HALF:
        assert (at.kept() if back else at.export()) == (first if back else planned), (fault, note, stopped)
    assert at.export().count('"name": "Textfactor SMS sender"') <= 2
    return stopped


def planned_state(at: Stage) -> str:
    at.reset()
    assert attempt(at.job()) is None
    return at.export()


@pytest.mark.timeout(120)
@pytest.mark.parametrize("path", STEPS)
def test_each_fault_at_one_step(stages: Callable[[str], Stage], path: str) -> None:
    """Each fault on one of the paths; all on both, at all steps, is a slow test."""
    at = stages(path)
    planned = planned_state(at)
    notes = list(STEPS[path])
    for number, fault in enumerate(AUTH0[list(STEPS).index(path) :: 2]):
        meets(at, fault, notes[(7 * number) % len(notes)], planned, back=number % 2 == 0)


@pytest.mark.parametrize("path", STEPS)
def test_faults_of_vonage_are_none_of_the_tenants(stages: Callable[[str], Stage], path: str) -> None:
    at = stages(path)
    planned = planned_state(at)
    at.reset()
    for fault in VONAGE:
        at.control("POST", "/faults", {"name": fault})
    assert attempt(at.job()) is None
    assert at.export() == planned


@pytest.mark.exhaustive
@pytest.mark.timeout(900)
@pytest.mark.parametrize("back", [False, True], ids=["go on", "take back"])
@pytest.mark.parametrize("path", STEPS)
def test_each_fault_at_every_step(stages: Callable[[str], Stage], path: str, back: bool) -> None:
    at = stages(path)
    planned = planned_state(at)
    for fault in AUTH0:
        for note in STEPS[path]:
            meets(at, fault, note, planned, back=back)
