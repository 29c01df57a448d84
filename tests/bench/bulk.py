"""A log export of a million rows: our whole diagnosis against what others need just to count failures by error code.

All read the same file, in turns, in one run. Memory is the most that the process and its workers held together.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.bench.log_export import write

ROWS = int(os.environ.get("TEXTFACTOR_BENCH_ROWS", "1000000"))
_ROUNDS = 5
_OURS = """
import json, sys, time
from pathlib import Path
begin = time.perf_counter()
from textfactor import bootstrap
from textfactor.services.context import CallContext
from textfactor.services.diagnosis.bulk.causes import explain_by_rules
from textfactor.services.diagnosis.bulk.scan import scan_export
services = bootstrap.services(bootstrap.user_paths())
explain = explain_by_rules(services.knowledge())
loaded = time.perf_counter()
first = []
source = services.open_export(Path(sys.argv[1]))
report = scan_export(source, CallContext(), lambda _report: first.append(time.perf_counter()), explain)
done = time.perf_counter()
table = report.table
search = []
for typed in ("b", "ba", "bad", "bad ", "bad c", "person12", "+3361", "nothing"):
    at = time.perf_counter()
    table.search(typed)
    search.append(time.perf_counter() - at)
at = time.perf_counter()
table.rows(len(table) // 2, 50)
print(json.dumps({
    "seconds": done - loaded, "load": loaded - begin, "first": first[0] - loaded, "rows": report.rows,
    "sms_rows": report.sms_rows, "incidents": [str(i.kind) for i in report.incidents], "search": max(search),
    "fifty_rows": time.perf_counter() - at,
}))
"""
_DUCKDB = """
import sys, time
import duckdb
begin = time.perf_counter()
duckdb.connect().sql(sys.argv[2].replace("FILE", sys.argv[1])).fetchall()
print(time.perf_counter() - begin)
"""
_TYPED = "SELECT details.failure_details.\"errorCode\", count(*) FROM read_ndjson('FILE', columns = {type: 'VARCHAR', \
details: 'STRUCT(failure_details STRUCT(\"errorCode\" VARCHAR))'}) WHERE type = 'gd_send_sms_failure' GROUP BY 1"
_PLAIN = "SELECT details.failure_details.\"errorCode\", count(*) FROM 'FILE' \
WHERE type = 'gd_send_sms_failure' GROUP BY 1"
_MSGSPEC = """
import sys, time
from collections import Counter
import msgspec
class Failure(msgspec.Struct):
    errorCode: str | int | None = None
class Details(msgspec.Struct):
    failure_details: Failure | None = None
class Row(msgspec.Struct):
    type: str
    details: Details | None = None
decode = msgspec.json.Decoder(Row).decode
begin = time.perf_counter()
with open(sys.argv[1], "rb") as file:
    rows = (row for row in map(decode, file) if row.type == "gd_send_sms_failure")
    Counter(row.details.failure_details.errorCode for row in rows)
print(time.perf_counter() - begin)
"""
_READ = """
import sys, time
begin = time.perf_counter()
with open(sys.argv[1], "rb", buffering=0) as file:
    while file.read(1 << 20):
        pass
print(time.perf_counter() - begin)
"""


def _run(code: str, *arguments: str) -> str:
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, timeout=600).stdout


def _seconds(code: str, *arguments: str) -> float:
    return float(_run(code, *arguments).split()[-1])  # DuckDB may draw a bar before


def _memory(path: Path) -> float:
    """Return the megabytes that one scan and its workers held at once, looked at every few milliseconds."""
    with subprocess.Popen([sys.executable, "-c", _OURS, str(path)], stdout=subprocess.DEVNULL) as process:
        most = 0
        while process.poll() is None:
            most = max(most, sum(map(_held, _family(process.pid))))
            time.sleep(0.005)
    return most / 1e6


def _family(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        threads = [
            int(child)
            for task in Path(f"/proc/{pid}/task").iterdir()
            for child in (task / "children").read_text().split()
        ]
    except OSError:
        return []
    return [pid, *{*map(int, children), *threads}]


def _held(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * resource.getpagesize()
    except (OSError, IndexError):
        return 0


def measure() -> dict[str, object]:
    """Return seconds (medians), ratios of neighbouring runs, megabytes and milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "logs.ndjson"
        write(path, ROWS)
        size = path.stat().st_size
        runs: dict[str, Callable[[], float]] = {
            "duckdb_plain": lambda: _seconds(_DUCKDB, str(path), _PLAIN),
            "duckdb_typed": lambda: _seconds(_DUCKDB, str(path), _TYPED),
            "msgspec_typed": lambda: _seconds(_MSGSPEC, str(path)),
            "reading": lambda: _seconds(_READ, str(path)),
        }
        ours = [json.loads(_run(_OURS, str(path)))]
        seconds: dict[str, list[float]] = {name: [] for name in runs}
        for _ in range(_ROUNDS):
            ours.append(json.loads(_run(_OURS, str(path))))
            for name, run in runs.items():
                seconds[name].append(run())
        megabytes = _memory(path)
    del ours[0]  # the first run fills the file cache
    own = [run["seconds"] for run in ours]
    return {
        "rows": ours[0]["rows"],
        "megabytes": round(size / 1e6),
        "incidents": ours[0]["incidents"],
        "ours_s": round(statistics.median(own), 3),
        "ours_first_result_s": round(statistics.median(run["first"] for run in ours), 3),
        "ours_load_s": round(statistics.median(run["load"] for run in ours), 3),
        **{f"{name}_s": round(statistics.median(values), 3) for name, values in seconds.items()},
        **{
            f"ratio_to_{name}": round(
                statistics.median(a / b for a, b in zip(own, seconds[name], strict=True)), 2
            )
            for name in ("duckdb_plain", "duckdb_typed", "msgspec_typed")
        },
        "aim": 1.0,
        "memory_mb": round(megabytes),
        "memory_limit_mb": 400,
        "search_ms": round(max(run["search"] for run in ours) * 1000, 1),
        "fifty_rows_ms": round(max(run["fifty_rows"] for run in ours) * 1000, 1),
        "rounds": _ROUNDS,
    }
