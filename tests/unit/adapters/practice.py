"""A practice world inside the test's process."""

import contextlib
from collections.abc import Generator

import msgspec

from textfactor.adapters.practice_control import PracticeControl
from textfactor.adapters.practice_info import PracticeInfo
from textfactor.domain.secret import Secret
from textfactor.practice import ActionJob, ActionRun, PracticeWorld


def silent(_job: ActionJob) -> ActionRun:
    """An Action that does nothing and ends well."""
    return ActionRun("ok", "none")


@contextlib.contextmanager
def practising(
    plan: str = "enterprise", state: str = "fresh"
) -> Generator[tuple[PracticeInfo, PracticeControl]]:
    """Run a practice world; gives what it tells about itself, and its control."""
    with PracticeWorld(silent, build_seconds=0.0, plan=plan, state=state) as world:
        info = msgspec.convert(world.info(), PracticeInfo)
        control = PracticeControl(info.control_url, Secret(info.control_token), info.ca_file)
        try:
            yield info, control
        finally:
            control.close()
