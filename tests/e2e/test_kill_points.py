"""A kill at any moment, on both paths: going on reaches the planned state, taking back reaches the first one."""

import os
import signal
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from tests.e2e.killing.steps import run
from tests.e2e.killing.worlds import Forks, Stage, forks, stage

from textfactor.domain.plan import Purpose

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the killed processes are forked")

KILLED = -getattr(signal, "SIGKILL", 9)
LEGACY_TEXTS = "guardian/factors/phone/templates"
PROVIDER = "branding/phone/providers"


@dataclass(frozen=True)
class Case:
    """A tenant and what is done to it. `lost` names what the plan says undo cannot bring back."""

    path: str
    state: str
    purpose: Purpose = Purpose.SET_UP
    replaces: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    first: Purpose | None = None
    """What is done before the run that is killed."""

    def __str__(self) -> str:
        return f"{self.path}-{self.state}-{self.purpose.value}"


FRESH = Case("unified", "fresh")
TAKEN_OVER = Case("unified", "foreign_action")
LEGACY = Case("legacy", "legacy", lost=(LEGACY_TEXTS,))
MOVED = Case(
    "legacy", "legacy_action+dead_hook+edited_templates", Purpose.MOVE, replaces=("Vonage SMS (old)",)
)
QUICK = ((FRESH, False), (FRESH, True), (TAKEN_OVER, True), (MOVED, False), (MOVED, True))
"""Cases with whether they are taken back."""
SLOW = (
    TAKEN_OVER,
    LEGACY,
    Case("unified", "edited_templates"),
    Case("unified", "twilio", lost=(PROVIDER,)),
    Case("unified", "fresh", Purpose.TURN_ON),
    Case("unified", "foreign_action", Purpose.TURN_OFF),
    Case("unified", "edited_templates", Purpose.TEMPLATES),
    Case("unified", "fresh", Purpose.ROTATE, first=Purpose.SET_UP),
    Case("unified", "fresh", Purpose.REMOVE, first=Purpose.SET_UP),
    Case("legacy", "twilio", lost=(LEGACY_TEXTS,)),
    Case("legacy", "foreign_action", lost=(LEGACY_TEXTS,)),
    Case("legacy", "dead_hook", Purpose.MOVE, lost=(LEGACY_TEXTS,)),
    Case("legacy", "edited_templates", Purpose.TEMPLATES),
    Case("legacy", "legacy", Purpose.ROTATE, first=Purpose.SET_UP),
    Case("legacy", "legacy", Purpose.REMOVE, first=Purpose.SET_UP),
)


@pytest.fixture(scope="module")
def fork() -> Iterator[Forks]:
    with forks() as made:
        yield made


def begin(at: Stage, case: Case) -> None:
    """Put the tenant into the state from which the run starts."""
    at.reset()
    if case.first is not None:
        assert run(at.job(purpose=case.first.value)).complete


def unharmed(at: Stage) -> None:
    """Check what no moment may show: a second Action of ours on a trigger, or a journal with a secret."""
    names = at.export().count('"name": "Textfactor SMS sender"')
    assert names <= 2, "once among the Actions, once among the bindings"
    for journal in at.folder.iterdir():
        said = journal.read_text(encoding="utf-8")
        assert "s3cretS3cret" not in said
        assert "exports." not in said, "no code, in which people keep secrets"


def kill_points(at: Stage, case: Case, fork: Forks, back: bool) -> int:
    """Kill at each note of the journal, before and after it is written; go on, or back; return how many there were."""
    begin(at, case)
    first = at.kept()
    assert run(at.job(purpose=case.purpose.value, replaces=case.replaces)).complete
    planned = at.export()
    points = 0
    for at_note in range(1, 40):
        for before in (True, False):
            begin(at, case)
            job = at.job(purpose=case.purpose.value, replaces=case.replaces, kill_at=at_note, before=before)
            code = fork(job)
            if code == 0:
                return points
            assert code == KILLED
            points += 1
            unharmed(at)
            receipt = run(replace(job, undo=back))
            assert receipt.complete, (at_note, before, receipt.stopped_by)
            assert (at.kept() if back else at.export()) == (first if back else planned), (at_note, before)
    raise AssertionError


@pytest.mark.timeout(120)
@pytest.mark.parametrize(("case", "back"), QUICK, ids=str)
def test_a_kill_at_any_note(tmp_path: Path, fork: Forks, case: Case, back: bool) -> None:
    with stage(tmp_path, case.path, case.state, case.lost) as at:
        assert kill_points(at, case, fork, back) >= 8


@pytest.mark.exhaustive
@pytest.mark.timeout(300)
@pytest.mark.parametrize("back", [False, True], ids=["go on", "take back"])
@pytest.mark.parametrize("case", SLOW, ids=str)
def test_a_kill_at_any_note_of_every_purpose(tmp_path: Path, fork: Forks, case: Case, back: bool) -> None:
    with stage(tmp_path, case.path, case.state, case.lost) as at:
        assert kill_points(at, case, fork, back) >= 4
