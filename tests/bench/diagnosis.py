"""One pasted row, from its text to its diagnoses, once the program runs; and what reading the knowledge takes."""

import json
import statistics
import time

from tests.bench.diagnosis_inputs import ROW, SEEDS
from tests.bench.fuzz_diagnosis import knowledge

from textfactor.services.diagnosis.readers import read_input
from textfactor.services.diagnosis.rules import diagnose

_ROUNDS = 300
_AIM = 5.0


def measure() -> dict[str, object]:
    """Return milliseconds: the first row after the start, then median and worst of many; and of other inputs."""
    started = time.perf_counter()
    known = knowledge()
    loading = (time.perf_counter() - started) * 1000
    row = json.dumps(ROW, indent=2)
    first = _once(row, known)
    times = [_once(_other(row, number), known) for number in range(_ROUNDS)]
    others = [_once(text, known) for text in SEEDS for _ in range(20)]
    return {
        "row_bytes": len(row),
        "row_median_ms": round(statistics.median(times), 2),
        "row_worst_ms": round(max(times), 2),
        "row_first_ms": round(first, 2),
        "other_inputs_worst_ms": round(max(others), 2),
        "loading_knowledge_ms": round(loading, 1),
        "aim_ms": _AIM,
        "rounds": _ROUNDS,
    }


def _other(row: str, number: int) -> str:
    """Return a row with words that were never seen before, so that nothing is remembered of the last one."""
    return row.replace("Bad Credentials", f"Bad Credentials {number}")


def _once(text: str, known) -> float:
    started = time.perf_counter()
    diagnose(read_input(text), known)
    return (time.perf_counter() - started) * 1000
