"""Gives the diagnosis what nobody should paste, 1,000,000 times: it must answer, soon, and within its memory.

    python -m tests.bench.fuzz_diagnosis [COUNT [SEED]]

Prints what it counted as JSON; exit 1 when something is wrong. The seed of a failure is printed, and repeats it.
"""

import json
import resource
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random
from typing import Final

from tests.bench.diagnosis_inputs import make_input

from textfactor.domain.diagnosis import Report
from textfactor.services.diagnosis.knowledge import Knowledge, load_knowledge
from textfactor.services.diagnosis.readers import read_input
from textfactor.services.diagnosis.rules import diagnose

ROOT: Final = Path(__file__).resolve().parents[2]
SLOWEST: Final = 2.0
"""Seconds of the processor that one input (of some ten thousand characters at most) may take."""

MEMORY: Final = 400_000
"""Kilobytes that the whole run may take at its highest."""


def knowledge() -> Knowledge:
    """Read the knowledge base as it ships."""
    folder = ROOT / "resources" / "knowledge"
    return load_knowledge({path.name: path.read_bytes() for path in folder.glob("*.json")})


def complaint(report: Report) -> str:
    """Say what is wrong with a report, empty when nothing is."""
    source = report.reading.source
    for clue in report.reading.clues:
        if not (clue.start == clue.end == -1 or 0 <= clue.start <= clue.end <= len(source)):
            return f"a clue outside of the source: {clue.kind} {clue.start}..{clue.end}"
    for one in report.diagnoses:
        for piece in one.evidence:
            if not (piece.start == piece.end == -1 or 0 <= piece.start <= piece.end <= len(source)):
                return f"evidence outside of the source: {one.cause}"
    source.encode()  # no lone surrogate is left that a terminal or a file would choke on
    return "" if report.diagnoses or report.notes else "neither a diagnosis nor a remark"


def main() -> int:
    """Run the count of inputs that the command line names."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    known, kinds, wrong = knowledge(), Counter[str](), list[str]()
    slowest = 0.0
    begin = time.perf_counter()
    for number in range(count):
        given = make_input(Random(f"{seed}:{number}"))
        started = time.process_time()
        try:
            report = diagnose(read_input(given), known)
            said = complaint(report)
            kinds[report.reading.kind.value] += 1
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what the fuzz looks for
            said = repr(error)[:300]
        seconds = time.process_time() - started
        slowest = max(slowest, seconds)
        if seconds > SLOWEST:
            said = said or f"took {seconds:.1f} s"
        if said:
            wrong.append(f"{seed}:{number}: {said}")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    if memory > MEMORY:
        wrong.append(f"took {memory} kB of memory")
    json.dump(
        {
            "inputs": count,
            "seconds": round(time.perf_counter() - begin, 1),
            "slowest_ms": round(slowest * 1000, 1),
            "memory_kb": memory,
            "kinds": dict(kinds),
            "wrong": wrong[:50],
        },
        sys.stdout,
        indent=2,
    )
    sys.stdout.write("\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
