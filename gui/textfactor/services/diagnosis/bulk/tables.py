"""Reads exports that are tables: CSV with commas, semicolons or tabs, as warehouses and dashboards write them."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any, Final

import msgspec

from textfactor.services.diagnosis.bulk.kinds import kind_of
from textfactor.services.diagnosis.bulk.lines import LONGEST
from textfactor.services.diagnosis.bulk.shapes import as_object, bend

if TYPE_CHECKING:
    from textfactor.services.diagnosis.bulk.columns import Collector

_PREFIXES: Final = (
    "detail.data.",
    "event.data.",
    "result.",
    "_source.",
    "attributes.",
    "data.",
    "event.",
    "@",
)
_NAMES: Final = {
    "timestamp": "date", "_time": "date", "time": "date", "@timestamp": "date", "log_type": "type",
    "event_type": "type", "clientname": "client_name", "clientid": "client_id", "userid": "user_id",
    "username": "user_name", "user": "user_name", "application": "client_name",
}  # fmt: skip
"""Other names under which exports keep Auth0's fields; each counts only where the field's own name is missing."""
_MOST_BACK: Final = 4096


class TableReader:
    """Takes the rows of a table whose first line names the columns."""

    def __init__(self, into: Collector, *, delimiter: str = ",") -> None:
        self.into = into
        self._delimiter = delimiter
        self._rest = b""
        self._header: list[str] = []
        self._type = self._date = -1
        # The limit is the interpreter's own, and 128 KB by itself: less than some rows have.
        csv.field_size_limit(LONGEST)

    def push(self, chunk: bytes) -> None:
        """Take the next bytes."""
        data = self._rest + chunk
        cut = _whole_rows(data)
        self._rest = data[cut:]
        if cut:
            self._rows(data[:cut])
        if len(self._rest) > LONGEST:
            self.into.rows += 1
            self.into.too_long += 1
            self._rest = b""

    def finish(self) -> None:
        """Take what is left."""
        if self._rest.strip():
            self._rows(self._rest)
        self._rest = b""

    def _rows(self, data: bytes) -> None:
        edge = self.into.rows
        last: list[str] = []
        reader = csv.reader(
            io.StringIO(data.decode("utf-8", "replace"), newline=""), delimiter=self._delimiter
        )
        try:
            for cells in reader:
                if not self._header:
                    self._learn(cells)
                elif cells:
                    self.into.rows += 1
                    if self.into.rows == edge + 1:
                        self._edge(cells)
                    self._row(cells)
                    last = cells
        except csv.Error:
            self.into.broken += 1
        self._edge(last)

    def _edge(self, cells: list[str]) -> None:
        """Tell when the first and the last of some rows were written, whatever they are about."""
        if 0 <= self._date < len(cells):
            self.into.edge(msgspec.json.encode({"type": "", "date": cells[self._date]}))

    def _learn(self, cells: list[str]) -> None:
        names = [_plain(cell) for cell in cells]
        self._header = [_NAMES[name] if _NAMES.get(name, name) not in names else name for name in names]
        self._type = self._header.index("type") if "type" in self._header else -1
        self._date = self._header.index("date") if "date" in self._header else -1

    def _row(self, cells: list[str]) -> None:
        if 0 <= self._type < len(cells) and kind_of(cells[self._type]) is None:
            return
        found = _nested({name: cell for name, cell in zip(self._header, cells, strict=False) if cell})
        row = bend(found)
        if row is not None:
            self.into.row(row, 0, msgspec.json.encode(found))


def _plain(name: str) -> str:
    """Bring a column's name to the form that Auth0's field has."""
    plain = name.strip().strip("\ufeff").lower().replace(" ", "_")
    for prefix in _PREFIXES:
        if plain.startswith(prefix):
            return plain.removeprefix(prefix)
    return plain


def _nested(flat: dict[str, str]) -> dict[str, Any]:
    """Put `details.error.message` where it belongs; a cell with JSON is read where it is used."""
    found: dict[str, Any] = {}
    for name, cell in flat.items():
        *path, last = name.replace("failure_details.errorcode", "failure_details.errorCode").split(".")
        place = found
        for step in path:
            inner = as_object(place.get(step))
            if inner is None:
                inner = place[step] = {}
            place = inner
        place.setdefault(last, cell)
    return found


def _whole_rows(data: bytes) -> int:
    """Find the last end of a line that is not inside of quotes; 0 when there is none yet."""
    cut = data.rfind(b"\n") + 1
    inside = data.count(b'"', 0, cut) % 2
    for _ in range(_MOST_BACK):
        if not inside or not cut:
            return cut
        before = data.rfind(b"\n", 0, cut - 1) + 1
        inside = (inside + data.count(b'"', before, cut)) % 2
        cut = before
    return 0
