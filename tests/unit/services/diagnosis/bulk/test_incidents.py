"""What was planted is found, with its times, and nothing else is."""

import json
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta

import pytest
from tests.bench.log_export import BEGIN, DAYS, PLANTED, rows
from tests.fakes.export import MemoryExport

from textfactor.domain.bulk import BulkReport, IncidentKind
from textfactor.domain.diagnosis import Confidence, Diagnosis, Severity
from textfactor.services.context import CallContext
from textfactor.services.diagnosis.bulk.countries import country_of, masked
from textfactor.services.diagnosis.bulk.messages import runs
from textfactor.services.diagnosis.bulk.scan import scan_export

START = datetime(2026, 11, 22, tzinfo=UTC)
CAUSES = {
    b"vonage status=4 ": "vonage.status.4",
    b"vonage status=15 ": "vonage.status.15",
    b"vonage status=1 ": "vonage.status.1",
    b"country is not allowed": "sender.country_not_listed",
    b"limit_phone": "auth0.user_limit",
}


def explain(row: bytes) -> Diagnosis | None:
    cause = next((cause for words, cause in CAUSES.items() if words in row), "")
    return Diagnosis(cause, Confidence.CERTAIN, Severity.PARTLY) if cause else None


def scan(lines: Iterable[str]) -> BulkReport:
    return scan_export(MemoryExport("\n".join(lines).encode()), CallContext(), lambda _report: None, explain)


@pytest.fixture(scope="module")
def planted() -> BulkReport:
    return scan(rows(150_000))


@pytest.mark.slow
def test_all_that_was_planted_is_found_and_nothing_else(planted: BulkReport) -> None:
    found = [(str(incident.kind), incident.cause, incident.subject) for incident in planted.incidents]
    wanted = [(plant.kind, plant.cause, plant.subject) for plant in PLANTED]
    assert found == [(k, c, s if k != "pumping" else "+99890") for k, c, s in wanted]


@pytest.mark.slow
def test_incidents_have_the_times_of_what_was_planted(planted: BulkReport) -> None:
    whole = timedelta(days=DAYS)
    for incident, plant in zip(planted.incidents, PLANTED, strict=True):
        begin, end = (datetime.fromisoformat(at) for at in (incident.begin, incident.end))
        assert abs(begin - (BEGIN + whole * plant.begin)) < whole * 0.02
        assert abs(end - (BEGIN + whole * plant.end)) < whole * 0.02


@pytest.mark.slow
def test_counts_add_up(planted: BulkReport) -> None:
    assert planted.rows == 150_000
    assert sum(cause.count for cause in planted.causes) == planted.failed
    assert sum(planted.series.sent) == planted.sent
    assert sum(planted.series.failed) == planted.failed
    french = next(cause for cause in planted.causes if cause.cause == "vonage.status.15")
    assert [share.value for share in french.countries] == ["FR"]
    assert {share.value for share in french.clients} == {"Shop", "Bank app", "Support desk"}
    assert 0 < french.users <= french.count
    assert planted.table is not None
    assert "Illegal Sender" in planted.table.rows(french.row, 1)[0].text


def row(minute: float, kind: str, number: int = 0, **more: object) -> str:
    at = (START + timedelta(minutes=minute)).isoformat().replace("+00:00", "Z")
    details: dict[str, object] = {"enrollment": {"phone_number": f"+{number}"} if number else {}}
    reason = more.pop("reason", "")
    if reason:
        details["failure_details"] = {"message": reason}
    if "sender" in more:
        details["from"] = more.pop("sender")
    return json.dumps({"date": at, "type": kind, "details": details, "description": "x", **more})


BAD = "vonage status=4 part=1/1 : Bad Credentials"


def british(place: int) -> int:
    return 447_700_900_000 + place


def kinds(report: BulkReport) -> list[IncidentKind]:
    return [incident.kind for incident in report.incidents]


def test_a_tenant_whose_messages_all_fail_is_an_outage_from_the_first_to_the_last() -> None:
    report = scan(row(n, "gd_send_sms_failure", british(n), reason=BAD) for n in range(8))
    (outage,) = report.incidents
    assert (outage.kind, outage.failed, outage.of, outage.cause) == (
        IncidentKind.OUTAGE,
        8,
        8,
        "vonage.status.4",
    )
    assert (outage.begin, outage.end) == (report.first, report.last)


def test_one_phone_that_is_gone_is_no_outage() -> None:
    lines = [row(n, "gd_send_sms_failure", british(7), reason="gone") for n in range(20)]
    assert scan(lines).incidents == ()


def test_failures_here_and_there_are_no_incident() -> None:
    lines = [row(n, "gd_send_sms_failure" if n % 9 == 0 else "gd_send_sms", british(n)) for n in range(300)]
    assert scan(lines).incidents == ()


def test_one_sender_that_fails_is_found_among_others() -> None:
    lines = []
    for n in range(200):
        bad = n % 2 == 0 and 50 <= n < 150
        kind = "gd_send_sms_failure" if bad else "gd_send_sms"
        lines.append(
            row(
                n, kind, british(n), reason="refused" if bad else "", sender="ACME" if n % 2 == 0 else "Other"
            )
        )
    (incident,) = scan(lines).incidents
    assert (incident.kind, incident.subject, incident.failed) == (IncidentKind.SENDER, "ACME", 50)


def test_an_outage_does_not_make_every_country_an_incident() -> None:
    numbers = [british, lambda n: 33_600_000_000 + n]
    lines = [
        row(n, "gd_send_sms_failure" if 100 <= n < 200 else "gd_send_sms", numbers[n % 2](n), reason=BAD)
        for n in range(300)
    ]
    assert kinds(scan(lines)) == [IncidentKind.OUTAGE]


def test_limits_of_many_users_at_once_are_an_incident_and_those_of_one_are_not() -> None:
    few = [row(n / 10, "limit_phone", user_name="ada") for n in range(30)]
    many = [row(n / 10, "limit_phone", user_name=f"user{n}") for n in range(30)]
    assert scan(few).incidents == ()
    (incident,) = scan(many).incidents
    assert (incident.kind, incident.failed, incident.cause) == (
        IncidentKind.RATE_LIMIT,
        30,
        "auth0.user_limit",
    )
    spread = [row(n * 20, "limit_phone", user_name=f"user{n}") for n in range(30)]
    assert scan(spread).incidents == ()


def pumped(number: Callable[[int], int]) -> list[str]:
    calm = [row(n * 10, "gd_send_sms", british(n)) for n in range(100)]
    return sorted(calm + [row(500 + n / 10, "gd_send_sms", number(n)) for n in range(60)])


def test_a_burst_of_many_numbers_of_a_rare_prefix_is_pumping() -> None:
    (incident,) = scan(pumped(lambda n: 99_890_000_0000 + n * 37)).incidents
    assert (incident.kind, incident.subject, incident.numbers, incident.of) == (
        IncidentKind.PUMPING,
        "+99890",
        60,
        60,
    )


def test_many_messages_to_few_numbers_or_to_the_usual_ones_are_no_pumping() -> None:
    assert scan(pumped(lambda n: 99_890_000_0000 + n % 5)).incidents == ()
    steady = [row(n / 20, "gd_send_sms", (british(n), 33_600_000_000 + n)[n % 2]) for n in range(4000)]
    assert scan(steady).incidents == ()


def test_starts_without_messages_are_a_silence() -> None:
    lines = []
    for n in range(300):
        lines.append(row(n, "gd_start_auth", british(n), user_name=f"user{n}"))
        if not 100 <= n < 200:
            lines.append(row(n + 0.1, "gd_send_sms", british(n)))
    (incident,) = scan(lines).incidents
    assert (incident.kind, incident.of) == (IncidentKind.SILENCE, 101)
    ended = scan([line for line in lines if json.loads(line)["date"] < "2026-11-22T03:00"])
    assert kinds(ended) == [IncidentKind.SILENCE]


def test_a_tenant_with_another_factor_is_not_silent() -> None:
    report = scan(row(n, "gd_start_auth", user_name=f"user{n}") for n in range(300))
    assert report.incidents == ()
    assert report.notes == ("no_message_sent",)


def test_rows_without_a_time_are_counted_and_take_part_in_no_incident() -> None:
    lines = [row(n, "gd_send_sms_failure", british(n), reason=BAD) for n in range(3)]
    lines += [
        json.dumps({"date": "yesterday", "type": "gd_send_sms_failure", "details": {}}) for _ in range(30)
    ]
    report = scan(lines)
    assert (report.failed, dict(report.skipped), report.incidents) == (33, {"no_time": 30}, ())
    assert "rows_skipped" not in report.notes
    nothing = scan([json.dumps({"date": None, "type": "gd_send_sms"})])
    assert (nothing.first, nothing.last, nothing.series.sent) == ("", "", ())


def test_runs_tolerate_one_success_in_five() -> None:
    assert runs([True] * 9 + [False] + [True] * 9, 6) == [(0, 19)]
    assert runs([True, False] * 50, 6) == []
    assert runs([False] * 5 + [True] * 7 + [False] * 5, 6) == [(5, 12)]
    assert runs([True] * 5, 6) == []


@pytest.mark.parametrize(
    ("number", "country"),
    [
        (447700900123, "GB"),
        (12025550100, "US"),
        (16135550100, "CA"),
        (18765550100, "JM"),
        (79161234567, "RU"),
        (77011234567, "KZ"),
        (998901234567, "UZ"),
        (80012345678, ""),
        (0, ""),
        (1202, "US"),
        (999123456789, ""),
        (120, ""),
    ],
)
def test_countries(number: int, country: str) -> None:
    assert country_of(number) == country


def test_a_masked_number_keeps_what_its_owner_knows_it_by() -> None:
    assert masked(447700900123) == "+447•••••••23"
