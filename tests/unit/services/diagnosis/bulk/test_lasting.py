"""Chance is no incident; what goes on for days, or all the time, is one; and a chart counts anew what is zoomed to."""

import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.unit.services.diagnosis.bulk.test_incidents import british, row, scan

from textfactor.domain.bulk import BulkReport, CauseCount, IncidentKind, Moments, RowKind
from textfactor.domain.diagnosis import Confidence, Diagnosis, Severity
from textfactor.services.diagnosis.bulk.chance import beyond_chance, expected_by_chance
from textfactor.services.diagnosis.bulk.messages import runs
from textfactor.services.diagnosis.bulk.report import goes_on, to_report
from textfactor.words.bulk import explain_incident

KEY, SENDER, OTHER = "vonage status=4 part=1/1", "vonage status=15 part=1/1", "country is not allowed"


def export(reason: Callable[[int, random.Random], str], count: int = 6000) -> BulkReport:
    """Scan messages of ten days, one each 2.4 minutes; `reason` says why one failed."""
    dice = random.Random(7)
    lines: list[str] = []
    for n in range(count):
        why = reason(n, dice)
        kind = "gd_send_sms_failure" if why else "gd_send_sms"
        lines.append(row(n * 2.4, kind, british(n), reason=why))
    return scan(lines)


def test_runs_that_chance_brings_about_are_none() -> None:
    dice = random.Random(1)
    failed = [dice.random() < 0.3 for _ in range(20_000)]
    assert runs(failed, 6)
    assert beyond_chance(failed, runs(failed, 6)) == []
    failed[5000:5030] = [True] * 30
    (span,) = beyond_chance(failed, runs(failed, 6))
    assert span[0] <= 5000 < 5030 <= span[1]
    assert beyond_chance(failed, []) == []


def test_chance_is_estimated_from_above() -> None:
    assert expected_by_chance(8, 8, 0.23, 10_000) == pytest.approx(10_000 * 0.23**8)
    assert expected_by_chance(8, 10, 0.1, 1000) < 1
    assert expected_by_chance(2, 10, 0.3, 1000) == 1000
    assert expected_by_chance(0, 0, 0.3, 10) == 10
    assert expected_by_chance(5, 5, 0.0, 1000) == 0
    assert expected_by_chance(5, 5, 1.0, 1000) == 1000


def test_a_part_that_fails_all_the_time_is_told_once_and_its_runs_are_not() -> None:
    (steady,) = export(lambda _n, dice: OTHER if dice.random() < 0.23 else "").incidents
    assert steady.kind is IncidentKind.STEADY
    assert steady.cause == "sender.country_not_listed"
    assert steady.of == 6000
    assert explain_incident(steady).english() == "All the time 24 % of the messages fail: 1435 of 6000"


def test_a_short_outage_with_a_cause_of_its_own_stands_out_of_many_failures() -> None:
    report = export(lambda n, dice: KEY if 3000 <= n < 3007 else OTHER if dice.random() < 0.25 else "")
    assert [one.kind for one in report.incidents] == [IncidentKind.STEADY, IncidentKind.OUTAGE]
    assert (report.incidents[1].cause, report.incidents[1].failed >= 7) == ("vonage.status.4", True)


def test_a_cause_of_two_days_is_told_with_its_first_and_last() -> None:
    report = export(lambda n, dice: SENDER if 2000 <= n < 3200 and dice.random() < 0.1 else "")
    (lasting,) = report.incidents
    cause = report.causes[0]
    assert lasting.kind is IncidentKind.LASTING
    assert (lasting.begin, lasting.end, lasting.failed) == (cause.first, cause.last, cause.count)
    assert 1000 < lasting.of <= 1200
    assert "One cause for long" in explain_incident(lasting).english()


def test_a_cause_that_is_met_all_over_is_nothing_that_went_on() -> None:
    assert export(lambda _n, dice: SENDER if dice.random() < 0.05 else "").incidents == ()


def test_a_part_that_fails_only_in_the_beginning_is_not_steady() -> None:
    report = export(lambda n, dice: OTHER if n < 3000 and dice.random() < 0.5 else "")
    assert IncidentKind.STEADY not in [one.kind for one in report.incidents]


def test_a_part_of_a_chart_is_counted_anew() -> None:
    report = export(lambda n, _dice: KEY if n == 10 else "", 100)
    whole = report.moments.series(report.series.start, report.series.start + 240 * 60, 60)
    assert sum(whole.sent) == report.sent == 99
    assert (sum(whole.failed), whole.failed.index(1), whole.step) == (1, 24, 60)
    assert Moments(limited=(90_000,)).series(65, 66, 60).limited == (1,)


def test_what_still_goes_on_comes_before_what_ended() -> None:
    bulk = BulkReport("", first="2026-11-10T00:00:00Z", last="2026-11-20T00:00:00Z")
    ended = _cause("vonage.status.4", 900, "2026-11-15T00:00:00Z", Severity.BROKEN)
    now = _cause("vonage.status.15", 20, "2026-11-19T23:30:00Z", Severity.PARTLY)
    mild = _cause("vonage.receipt.6", 5000, bulk.last, Severity.NOTICE)
    report = to_report(replace(bulk, causes=(mild, ended, now)))
    assert [one.cause for one in report.diagnoses] == [now.cause, ended.cause, mild.cause]
    assert goes_on(now.last, bulk)
    assert not goes_on(ended.last, bulk)
    assert not goes_on("", bulk)
    assert not goes_on(bulk.last, replace(bulk, first=bulk.last))


def _cause(cause: str, count: int, last: str, severity: Severity) -> CauseCount:
    diagnosis = Diagnosis(cause, Confidence.CERTAIN, severity)
    return CauseCount(cause, count, "2026-11-10T00:00:00Z", last, kind=RowKind.FAILED, diagnosis=diagnosis)
