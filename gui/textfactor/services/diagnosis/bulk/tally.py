"""Counts the rows of an export: by cause, over time, by who was concerned."""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import replace
from itertools import compress
from typing import TYPE_CHECKING, Final

from textfactor.domain.bulk import STEPS, BulkReport, CauseCount, RowKind, Series, Share
from textfactor.services.diagnosis.bulk.countries import country_of, masked
from textfactor.services.diagnosis.bulk.facts import NO_TIME, iso
from textfactor.services.diagnosis.bulk.merged import CLIENT, NUMBER, SENDER, SIGNATURE, TIME, USER, Merged

if TYPE_CHECKING:
    from collections.abc import Iterable

TOP: Final = 10
_MOST_BUCKETS: Final = 720
_CHARTED: Final = 6
_COUNTED: Final = (RowKind.SENT, RowKind.FAILED, RowKind.LIMITED)


class Group:
    """The rows of one cause so far."""

    def __init__(self) -> None:
        self.count = 0
        self.first, self.last = 0, NO_TIME

    def add(self, count: int, times: Iterable[int]) -> None:
        """Add rows."""
        self.count += count
        known = [at for at in times if at != NO_TIME]
        if known:
            self.first = min(known) if self.last == NO_TIME else min(self.first, min(known))
            self.last = max(self.last, max(known))


class Tally:
    """What can be said while the export is still being read."""

    def __init__(self, merged: Merged) -> None:
        self._merged = merged
        self._groups: dict[int, Group] = {}
        self._kinds: Counter[RowKind] = Counter()
        self.sms_rows = self.no_time = 0
        self._first, self._last = 0, NO_TIME

    def add(self, columns: list[array[int]]) -> None:
        """Count a stretch's rows."""
        times, signatures = columns[TIME], columns[SIGNATURE]
        self.sms_rows += len(times)
        counts = Counter(signatures)
        for signature, count in counts.items():
            kind = self._merged.causes.kinds[signature]
            self._kinds[kind] += count
            if kind in (RowKind.SENT, RowKind.CHANGED) or not self._is_wrong(signature):
                continue
            picked = compress(times, map(signature.__eq__, signatures))
            self._groups.setdefault(signature, Group()).add(count, picked)
        missing = times.count(NO_TIME)
        self.no_time += missing
        if len(times) > missing:
            self._last = max(self._last, max(times))
            first = min(times) if not missing else min(at for at in times if at != NO_TIME)
            self._first = min(self._first or first, first)

    def _is_wrong(self, signature: int) -> bool:
        causes = self._merged.causes
        return bool(causes.causes[signature]) or causes.kinds[signature] is not RowKind.OTHER

    def report(self, name: str, size: int) -> BulkReport:
        """Say what is known so far."""
        merged = self._merged
        skipped = merged.skipped | {"no_time": self.no_time}
        return BulkReport(
            name=name,
            format="+".join(
                dict.fromkeys(part for known in merged.formats for part in known.split("+") if part)
            ),
            bytes=size,
            read=min(merged.read, size),
            rows=merged.rows,
            sms_rows=self.sms_rows,
            sent=self._kinds[RowKind.SENT],
            failed=self._kinds[RowKind.FAILED],
            limited=self._kinds[RowKind.LIMITED],
            first=iso(self._first) if self._last != NO_TIME else "",
            last=iso(self._last),
            causes=self._causes(),
            skipped=tuple((kind, count) for kind, count in skipped.items() if count),
            notes=tuple(merged.notes),
        )

    def _causes(self) -> tuple[CauseCount, ...]:
        causes = self._merged.causes
        merged: dict[tuple[str, str], list[int]] = {}
        for signature in self._groups:
            cause = causes.causes[signature]
            merged.setdefault((cause, "" if cause else causes.texts[signature]), []).append(signature)
        counts = [self._cause(cause, signatures) for (cause, _), signatures in merged.items()]
        return tuple(sorted(counts, key=lambda count: (-count.count, count.cause, count.text)))

    def _cause(self, cause: str, signatures: list[int]) -> CauseCount:
        groups = [self._groups[signature] for signature in signatures]
        timed = [group for group in groups if group.last != NO_TIME]
        best = max(signatures, key=lambda signature: self._groups[signature].count)
        return CauseCount(
            cause,
            sum(group.count for group in groups),
            iso(min(group.first for group in timed)) if timed else "",
            iso(max(group.last for group in timed)) if timed else "",
            text=self._merged.causes.texts[best],
            kind=self._merged.causes.kinds[best],
            diagnosis=self._merged.causes.diagnoses[best],
        )


class Details:
    """What can be said once the export has been read."""

    def __init__(self, merged: Merged) -> None:
        self.merged = merged
        self._key = [
            (cause, "" if cause else text)
            for cause, text in zip(merged.causes.causes, merged.causes.texts, strict=True)
        ]

    def complete(self, count: CauseCount) -> CauseCount:
        """Add who was concerned by a cause."""
        merged, key = self.merged, (count.cause, "" if count.cause else count.text)
        wanted = [key == other for other in self._key]
        picked = list(compress(range(len(merged)), map(wanted.__getitem__, merged.columns[SIGNATURE])))
        numbers = Counter(map(merged.columns[NUMBER].__getitem__, picked))
        countries: Counter[str] = Counter()
        for number, times in numbers.items():
            countries[country_of(number)] += times
        people = set(map(merged.columns[USER].__getitem__, picked))
        return replace(
            count,
            countries=shares(countries),
            clients=self._named(CLIENT, merged.clients.names, picked),
            senders=self._named(SENDER, merged.senders.names, picked),
            users=len(people - {0}),
            numbers=len(numbers.keys() - {0}),
            row=picked[0] if picked else -1,
        )

    def _named(self, column: int, names: list[str], picked: list[int]) -> tuple[Share, ...]:
        counted = Counter(map(self.merged.columns[column].__getitem__, picked))
        return shares(Counter({names[place]: count for place, count in counted.items()}))

    def failures(self) -> list[int]:
        """Return the indexes of all rows of messages that were not sent."""
        bad = [kind in (RowKind.FAILED, RowKind.LIMITED) for kind in self.merged.causes.kinds]
        return list(compress(range(len(self.merged)), map(bad.__getitem__, self.merged.columns[SIGNATURE])))

    def numbers(self, failures: list[int]) -> tuple[Share, ...]:
        """Return the numbers with most failures, masked."""
        counted = Counter(map(self.merged.columns[NUMBER].__getitem__, failures))
        del counted[0]
        return tuple(Share(masked(number), count) for number, count in counted.most_common(TOP))

    def people(self, failures: list[int]) -> list[tuple[int, int]]:
        """Return for those with most failures one row each, and how many."""
        users = self.merged.columns[USER]
        counted = Counter(map(users.__getitem__, failures))
        del counted[0]
        top = counted.most_common(TOP)
        rows: dict[int, int] = {}
        wanted = {person for person, _ in top}
        for index in failures:
            if users[index] in wanted:
                rows.setdefault(users[index], index)
        return [(rows[person], count) for person, count in top]

    def series(self, causes: tuple[CauseCount, ...]) -> Series:
        """Count over time, in steps that leave a chart some hundred points."""
        times = self.merged.columns[TIME]
        known = [at for at in times if at != NO_TIME]
        if not known:
            return Series()
        first, last = min(known) // 1000, max(known) // 1000
        step = next((step for step in STEPS if (last - first) // step < _MOST_BUCKETS), STEPS[-1])
        start = first // step * step
        size = min((last - start) // step + 1, _MOST_BUCKETS * 100)
        counted = Counter(
            zip(((at // 1000 - start) // step for at in times), self.merged.columns[SIGNATURE], strict=True)
        )
        kinds = {kind: [0] * size for kind in _COUNTED}
        charted = {(c.cause, "" if c.cause else c.text): [0] * size for c in causes[:_CHARTED]}
        for (bucket, signature), count in counted.items():
            if not 0 <= bucket < size:
                continue
            kind = self.merged.causes.kinds[signature]
            if kind in kinds:
                kinds[kind][bucket] += count
            line = charted.get(self._key[signature])
            if line is not None and kind is not RowKind.SENT:
                line[bucket] += count
        lines = tuple((cause or text, tuple(line)) for (cause, text), line in charted.items())
        sent, failed, limited = (tuple(kinds[kind]) for kind in _COUNTED)
        return Series(start, step, sent, failed, limited, lines)


def shares(counted: Counter[str]) -> tuple[Share, ...]:
    """Return the most frequent values; rows without one are left out."""
    del counted[""]
    return tuple(Share(value, count) for value, count in counted.most_common(TOP))
