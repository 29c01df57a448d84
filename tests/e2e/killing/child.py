"""Forks a process for each job it reads from stdin, and says how that process ended.

Forking once everything is imported makes a killed process cheap; each one is real, and so is its SIGKILL.
"""

import json
import os
import signal
import sys
from pathlib import Path
from typing import Any, NoReturn

from tests.e2e.killing.steps import Job, run

from textfactor.adapters.journal_file import JournalFile


class KillingJournal(JournalFile):
    """Ends its process at one of its notes, before or after it is on the disk."""

    def __init__(self, path: Path, kill_at: int, *, before: bool) -> None:
        super().__init__(path)
        self._notes = 0
        self._kill_at = kill_at
        self._before = before

    def _append(self, run: str, event: str, fields: dict[str, Any]) -> None:
        self._notes += 1
        here = self._notes == self._kill_at
        if here and self._before:
            os.kill(os.getpid(), signal.SIGKILL)
        super()._append(run, event, fields)
        if here:
            os.kill(os.getpid(), signal.SIGKILL)


def _work(job: Job) -> NoReturn:
    journal = KillingJournal(Path(job.journal), job.kill_at, before=job.before)
    receipt = run(job, journal)
    os._exit(0 if receipt.complete else 1)


def main() -> None:
    for line in sys.stdin:
        row: dict[str, Any] = json.loads(line)
        row["replaces"] = tuple(row["replaces"])
        job = Job(**row)
        pid = os.fork()
        if pid == 0:
            _work(job)
        _, status = os.waitpid(pid, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
