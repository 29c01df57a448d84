"""Turns what an export says into the report that the command and the panel show for anything else."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta

from textfactor.domain.bulk import BulkReport, CauseCount, Incident, IncidentKind
from textfactor.domain.diagnosis import Confidence, Diagnosis, Evidence, InputKind, Reading, Report, Severity

_NOW = timedelta(hours=1)
_RANK = {Severity.BROKEN: 0, Severity.PARTLY: 1, Severity.NOTICE: 2, Severity.FINE: 3}


def to_report(bulk: BulkReport) -> Report:
    """Give one diagnosis for each known cause, what breaks now first; pumping is a cause of its own.

    The evidence is one row's error text. Errors that nobody knows stay in `BulkReport.causes`, and a remark says so.
    """
    reading = Reading(InputKind.EXPORT, bulk.rows, bulk.bytes, "", ())
    found = [_diagnosis(cause) for cause in bulk.causes if cause.cause]
    pumped = [incident for incident in bulk.incidents if incident.kind is IncidentKind.PUMPING]
    if pumped:
        found.append(_pumping(pumped))
    found.sort(key=lambda one: _order(one, bulk))
    return Report(reading, _roots_first(found, bulk), bulk.notes)


def goes_on(last: str, bulk: BulkReport) -> bool:
    """Tell whether what was met `last` (ISO 8601) still goes on: until the last hour, or tenth, of the export."""
    try:
        first, end, at = map(datetime.fromisoformat, (bulk.first, bulk.last, last))
    except ValueError:
        return False
    return first < end and end - at <= min(_NOW, (end - first) / 10)


def _order(one: Diagnosis, bulk: BulkReport) -> tuple[bool, bool, bool, int, int]:
    """Rank a cause. A guess comes after what is known, and what breaks nothing after what does, though it goes on."""
    rank = _RANK[one.severity]
    mild = rank > _RANK[Severity.PARTLY]
    return one.confidence is Confidence.POSSIBLE, mild, not goes_on(one.last, bulk), rank, -one.count


def _roots_first(found: list[Diagnosis], bulk: BulkReport) -> tuple[Diagnosis, ...]:
    """Put a change of settings before what failed from then on, if most of those failures came after it."""
    failed: Counter[tuple[str, str]] = Counter()
    for incident in bulk.incidents:
        failed[incident.cause, incident.after] += incident.failed
    counts = {one.cause: one.count for one in found}
    roots = {
        cause: root
        for (cause, root), count in failed.items()
        if root in counts and cause != root and 2 * count >= counts.get(cause, 0) > 0
    }
    linked = [replace(one, follows=roots.get(one.cause, "")) for one in found]
    listed: list[Diagnosis] = []
    for one in linked:
        if one.follows:
            listed += [root for root in linked if root.cause == one.follows and root not in listed]
        if one not in listed:
            listed.append(one)
    return tuple(listed)


def _diagnosis(cause: CauseCount) -> Diagnosis:
    one = cause.diagnosis
    where = f"[{cause.row}]" if cause.row >= 0 else ""
    return Diagnosis(
        cause.cause,
        one.confidence if one is not None else Confidence.LIKELY,
        one.severity if one is not None else Severity.PARTLY,
        (Evidence(where, cause.text),),
        cause.count,
        cause.first,
        cause.last,
        one.blanks if one is not None else (),
    )


def _pumping(incidents: list[Incident]) -> Diagnosis:
    return Diagnosis(
        incidents[0].cause,
        Confidence.LIKELY,
        Severity.BROKEN,
        tuple(Evidence("", incident.subject) for incident in incidents),
        sum(incident.of for incident in incidents),
        incidents[0].begin,
        max(incident.end for incident in incidents),
    )
