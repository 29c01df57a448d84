"""What somebody changed in the tenant stands before what failed, or stopped, from then on."""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from tests.fakes.export import MemoryExport
from tests.support.knowledge import known

from textfactor.domain.bulk import BulkReport, Effect, Incident, IncidentKind, RowKind
from textfactor.domain.diagnosis import Diagnosis
from textfactor.services.context import CallContext
from textfactor.services.diagnosis.bulk.causes import explain_by_rules
from textfactor.services.diagnosis.bulk.report import to_report
from textfactor.services.diagnosis.bulk.scan import scan_export
from textfactor.words.bulk import tell_incident

START = datetime(2026, 11, 23, 8, tzinfo=UTC)
BAD = "vonage status=4 part=1/1 : Bad Credentials"
BROKE = "vonage status=9 part=1/1 : Quota Exceeded - rejected"
OFF = ("PUT", "/api/v2/guardian/factors/sms", {"enabled": False})
ON = ("PUT", "/api/v2/guardian/factors/sms", {"enabled": True})
SECRETS = ("PATCH", "/api/v2/actions/actions/4711", {"secrets": [{"name": "VONAGE_API_SECRET"}]})
UNBOUND = ("PATCH", "/api/v2/actions/triggers/custom-phone-provider/bindings", {"bindings": []})


def line(minute: float, kind: str, **more: Any) -> str:
    at = (START + timedelta(minutes=minute)).isoformat().replace("+00:00", "Z")
    return json.dumps({"date": at, "type": kind, "log_id": f"9{minute}", "description": "x", **more})


def message(minute: float, reason: str = "") -> str:
    details: dict[str, Any] = {"enrollment": {"phone_number": f"+44770090{int(minute * 10):05}"}}
    if reason:
        details["failure_details"] = {"message": reason}
    return line(minute, "gd_send_sms_failure" if reason else "gd_send_sms", details=details)


def call(minute: float, what: tuple[str, str, Any], who: str = "Ana Admin", answer: Any = None) -> str:
    method, path, body = what
    request = {"method": method, "path": path, "body": body, "auth": {"user": {"name": who}}}
    details = {"request": request, "response": {"statusCode": 200, "body": answer}}
    return line(minute, "sapi", details=details)


def sent(*minutes: int) -> Iterator[str]:
    return (message(minute) for minute in range(*minutes))


def scan(*lines: str | Iterable[str]) -> BulkReport:
    rows = [row for one in lines for row in ([one] if isinstance(one, str) else one)]
    content = "\n".join(rows).encode()
    return scan_export(MemoryExport(content), CallContext(), lambda _: None, explain_by_rules(known()))


def changes(report: BulkReport) -> list[Incident]:
    return [one for one in report.incidents if one.kind is IncidentKind.CHANGE]


def told(incident: Incident) -> str:
    return "; ".join(text.english() for text in tell_incident(incident))


def answered(report: BulkReport) -> list[tuple[str, str]]:
    return [(one.cause, one.follows) for one in to_report(report).diagnoses]


def test_the_factor_was_switched_off_and_no_code_was_sent_after_it() -> None:
    logins = (line(minute, "s") for minute in range(132, 400))
    report = scan(sent(0, 130), call(132.5, OFF), logins)
    (change,) = report.incidents
    assert (change.begin, change.effect) == ("2026-11-23T10:12:30.000Z", Effect.SILENCE)
    assert told(change) == "The SMS factor was switched off; by Ana Admin; no message was sent after it"
    assert report.table is not None
    (row,) = report.table.rows(change.row, 1)
    assert (row.kind, row.text) == (RowKind.CHANGED, "PUT /api/v2/guardian/factors/sms")
    (diagnosis,) = to_report(report).diagnoses
    assert (diagnosis.cause, diagnosis.count, diagnosis.first) == ("auth0.factor_off", 1, change.begin)
    assert "nothing_wrong" not in report.notes


def test_the_export_ends_when_its_last_row_was_written_whatever_it_is_about() -> None:
    short = scan(sent(0, 130), call(132.5, OFF), line(133, "s"))
    assert [one.effect for one in changes(short)] == [Effect.NONE]
    newest_first = scan(line(400, "s"), call(132.5, OFF), reversed(list(sent(0, 130))))
    assert [one.effect for one in changes(newest_first)] == [Effect.SILENCE]


def test_what_was_changed_stands_before_the_failures_that_came_of_it() -> None:
    failures = (message(minute, BAD) for minute in range(131, 160))
    report = scan(sent(0, 131), call(129.5, SECRETS), failures)
    assert [one.kind for one in report.incidents] == [IncidentKind.CHANGE, IncidentKind.OUTAGE]
    assert answered(report) == [("auth0.settings_changed", ""), ("vonage.status.4", "auth0.settings_changed")]
    assert told(report.incidents[0]).endswith("after it 29 of 29 messages failed")


def test_an_action_taken_off_its_trigger_is_why_nothing_is_sent() -> None:
    failures = (message(minute, "There is no action bound to the trigger") for minute in range(131, 160))
    report = scan(sent(0, 131), call(130.5, UNBOUND), failures)
    assert answered(report)[0] == ("auth0.action_unbound", "")
    assert dict(answered(report))["auth0.action_missing"] == "auth0.action_unbound"


def test_credit_that_ran_out_is_nobodys_change() -> None:
    failures = (message(minute, BROKE) for minute in range(131, 160))
    report = scan(sent(0, 131), call(130.5, SECRETS), failures)
    assert answered(report) == [("vonage.status.9", "")]


def test_a_change_long_before_the_last_message_that_went_out_is_not_to_blame() -> None:
    failures = (message(minute, BAD) for minute in range(131, 160))
    report = scan(sent(0, 131), call(60.5, SECRETS), failures)
    assert changes(report) == []


def test_what_was_undone_at_once_did_nothing() -> None:
    report = scan(sent(0, 130), call(60.2, OFF), call(60.4, ON))
    assert report.incidents == ()
    assert report.notes == ("nothing_wrong",)


def test_what_was_undone_later_lasted_until_then() -> None:
    rows = (line(minute, "s") for minute in range(130, 300))
    report = scan(sent(0, 130), call(130.5, OFF), rows, call(300.5, ON), sent(301, 400))
    (change,) = report.incidents
    assert (change.effect, change.end) == (Effect.SILENCE, "2026-11-23T13:00:30.000Z")


def test_second_factors_begun_in_vain_after_a_change() -> None:
    starts = (line(minute, "gd_start_auth", user_id=f"u{minute}") for minute in range(131, 200))
    both = (row for n in range(130) for row in (line(n, "gd_start_auth", user_id=f"u{n}"), message(n + 0.1)))
    report = scan(both, call(130.5, ("DELETE", "/api/v2/branding/phone/providers/pro_1", None)), starts)
    assert [one.kind for one in report.incidents] == [IncidentKind.CHANGE, IncidentKind.SILENCE]
    assert report.incidents[1].after == "auth0.provider_missing"
    assert told(report.incidents[0]).endswith("no message was sent after it")


@pytest.mark.parametrize(
    "what",
    [
        ("PATCH", "/api/v2/users/auth0|1", {"blocked": False}),
        ("PUT", "/api/v2/guardian/factors/otp", {"enabled": False}),
        ("PATCH", "/api/v2/actions/triggers/post-login/bindings", {"bindings": []}),
        ("POST", "/api/v2/branding/phone/providers/pro_1/try", {"to": "+1"}),
    ],
)
def test_other_calls_are_not_rows_about_messages(what: tuple[str, str, Any]) -> None:
    assert scan(call(1, what)).sms_rows == 0


def test_an_action_that_sends_nothing_is_none_of_ours() -> None:
    answer = {"supported_triggers": [{"id": "post-login"}]}
    assert scan(call(1, ("DELETE", "/api/v2/actions/actions/1", None), answer=answer)).sms_rows == 0


def test_who_did_it_by_a_token_is_the_application() -> None:
    row = json.loads(call(1, OFF))
    row["details"]["request"].pop("auth")
    report = scan(json.dumps(row | {"client_name": "Terraform"}))
    assert [one.subject for one in changes(report)] == ["Terraform"]


def test_tables_and_wrapped_rows_tell_of_changes_too() -> None:
    wrapped = json.dumps({"log_id": "1", "data": json.loads(call(1, OFF))})
    details = json.dumps(json.loads(call(1, OFF))["details"]).replace('"', '""')
    table = f'date,type,details\n2026-11-23T08:01:00Z,sapi,"{details}"\n2026-11-23T09:00:00Z,s,\n'
    for report in (scan(wrapped), scan(table)):
        assert [one.change for one in changes(report)] == ["factor_switched_off"]


def test_the_words_of_each_change_are_its_own() -> None:
    from textfactor.services.diagnosis.operations import SUBJECTS

    said = [told(Incident(IncidentKind.CHANGE, "", "", change=what)) for what in (*SUBJECTS, "new")]
    assert len(set(said)) == len(SUBJECTS) + 1


def test_a_cause_that_the_rules_do_not_know_blames_nobody() -> None:
    def unknown(_row: bytes) -> Diagnosis | None:
        return None

    content = "\n".join([*sent(0, 130), call(130.5, OFF), *(line(n, "s") for n in range(131, 400))]).encode()
    report = scan_export(MemoryExport(content), CallContext(), lambda _: None, unknown)
    assert report.incidents == ()
