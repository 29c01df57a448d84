"""A watch: each code's way as it grows, and every row into the archive, in order."""

import json
from collections.abc import Callable, Iterator

import pytest
from tests.fakes.tenant import InMemoryTenant
from tests.fakes.world import InMemoryPhone, PatientToken
from tests.support.knowledge import known

from textfactor.adapters.log_archive import LogArchive
from textfactor.adapters.sent_tests_file import MemorySentTests
from textfactor.domain.archive import RawLog
from textfactor.domain.problems import ProblemError, ProblemKind
from textfactor.domain.sending import OutgoingSms, PartResult, SendOutcome
from textfactor.domain.sent_tests import Fate, SentTest
from textfactor.domain.tenant import LogRow
from textfactor.domain.timeline import Execution, Light, Stage
from textfactor.services.context import CallContext, CancelledError
from textfactor.services.diagnosis.timeline.watching import News, Watched, watch

DOMAIN = "acme.eu.auth0.com"
REFUSED = "vonage status=9 part=1/1 ref=c0ffee : Quota Exceeded - rejected"


def row(number: int, kind: str = "gd_start_auth", words: str = "", **details: object) -> RawLog:
    date = f"2026-11-24T{10 + number // 3600:02}:{number // 60 % 60:02}:{number % 60:02}.000Z"
    body = {"authenticator": {"type": "sms", "phone_number": "+4915123456789"}, **details}
    raw = json.dumps({"type": kind, "user_id": "auth0|ana", "details": body})
    return RawLog(f"900{number:05}", date, kind, "ana auth0|ana", "", "", kind, words, raw)


@pytest.fixture
def archive(tmp_path) -> Iterator[LogArchive]:
    archive = LogArchive(tmp_path / "logs.sqlite")
    yield archive
    archive.close()


def tenant_with(rows: int) -> InMemoryTenant:
    tenant = InMemoryTenant()
    tenant.kept_log = [row(number, "s") for number in range(rows)]
    if rows:
        last = tenant.kept_log[-1]
        tenant.rows = [LogRow(last.id, last.date, "s", "", "", "")]
    return tenant


def run(watched: Watched, *, waits: int, at_wait: Callable[[int], None] = lambda _n: None) -> list[News]:
    """Watch through so many pauses; what happens in a pause is up to the test."""
    told: list[News] = []
    token = PatientToken(stop_at_wait=waits)
    token.each_wait = lambda: at_wait(len(token.waits))
    with pytest.raises(CancelledError):
        watch(watched, CallContext(cancel=token), told.append)
    run.waits = token.waits  # pyright: ignore[reportFunctionMemberAccess]
    return told


def kept(archive: LogArchive) -> list[str]:
    return [one.id for one in archive.search(DOMAIN, "", 10_000)]


def test_a_way_grows_while_one_tries_a_login(archive: LogArchive) -> None:
    tenant = tenant_with(5)
    steps = {1: row(10), 2: row(11, "gd_send_sms"), 4: row(15, "gd_auth_succeed")}

    def happen(wait: int) -> None:
        if wait in steps:
            tenant.kept_log.append(steps[wait])

    told = run(Watched(tenant, DOMAIN, archive, known()), waits=6, at_wait=happen)
    assert told[0] == News()
    assert [[one.id for one in news.rows] for news in told[1:]] == [[step.id] for step in steps.values()]
    assert [sum(s.light is Light.GREEN for s in news.journeys[0].steps) for news in told[1:]] == [1, 2, 5]
    assert kept(archive) == [one.id for one in reversed(tenant.kept_log)]


def test_an_archive_that_is_far_behind_catches_up_in_order_and_without_a_gap(archive: LogArchive) -> None:
    tenant = tenant_with(900)
    archive.add(DOMAIN, tenant.kept_log[:100])

    def happen(wait: int) -> None:
        tenant.kept_log.append(row(1000 + wait))

    told = run(Watched(tenant, DOMAIN, archive), waits=8, at_wait=happen)
    assert [len(news.rows) for news in told[1:]] == [1] * 7, "what is live is seen at once"
    rows = [one.id for one in reversed(tenant.kept_log)]
    assert kept(archive) == rows[-len(kept(archive)) :]
    assert len(kept(archive)) >= 907
    assert archive.facts(DOMAIN).gaps == ()


def test_between_two_looks_no_more_than_two_pages_are_pulled(archive: LogArchive) -> None:
    tenant = tenant_with(5000)
    run(Watched(tenant, DOMAIN, archive), waits=3)
    # First the newest row, the archive's start and two pages; then a look and two pages, three times.
    assert tenant.calls == ["logs", "oldest_log", "log_page", "log_page", *["log_page"] * 9]


def test_an_empty_log_is_waited_for(archive: LogArchive) -> None:
    tenant = tenant_with(0)

    def happen(wait: int) -> None:
        tenant.kept_log.append(row(wait))

    told = run(Watched(tenant, DOMAIN, archive), waits=3, at_wait=happen)
    assert [one.id for news in told for one in news.rows] == [row(1).id, row(2).id]
    assert kept(archive) == [row(2).id, row(1).id]


def test_a_place_that_auth0_forgot_is_found_again(archive: LogArchive) -> None:
    tenant = tenant_with(5)

    def happen(wait: int) -> None:
        if wait == 1:
            tenant.kept_log = [row(50), row(51)]
            tenant.rows = [LogRow(row(51).id, row(51).date, "s", "", "", "")]
        if wait == 3:
            tenant.kept_log.append(row(52))

    told = run(Watched(tenant, DOMAIN, archive), waits=5, at_wait=happen)
    assert [one.id for news in told for one in news.rows] == [row(52).id]
    assert archive.facts(DOMAIN).gaps == ((row(4).date, row(50).date),)
    assert len(kept(archive)) == 8


def test_a_rate_limit_is_waited_out_and_any_other_problem_ends_it(archive: LogArchive) -> None:
    tenant = tenant_with(5)
    tenant.fail("log_page", ProblemKind.RATE_LIMITED)
    run(Watched(tenant, DOMAIN, archive), waits=2)
    tenant.meanwhile = lambda method: _limit_the_second_page(tenant, method)
    told = run(Watched(tenant, DOMAIN, archive), waits=12, at_wait=lambda wait: _write(tenant, wait))
    assert [one.id for news in told for one in news.rows] == [row(number).id for number in range(2000, 2150)]
    tenant.meanwhile = lambda _method: None
    tenant.fail("log_page", ProblemKind.NO_NETWORK)
    with pytest.raises(ProblemError):
        watch(Watched(tenant, DOMAIN, archive), CallContext(), lambda _news: None)


def _write(tenant: InMemoryTenant, wait: int) -> None:
    if wait == 1:
        tenant.kept_log += [row(number) for number in range(2000, 2150)]


def _limit_the_second_page(tenant: InMemoryTenant, method: str) -> None:
    """Refuse each other page, as a small plan does to who asks too fast."""
    if method == "log_page" and tenant.calls.count("log_page") % 2 == 0 and not tenant.faults.get(method):
        tenant.fail("log_page", ProblemKind.RATE_LIMITED)


def test_runs_are_read_once_where_something_went_wrong(archive: LogArchive) -> None:
    tenant = tenant_with(5)
    tenant.runs["exe1"] = Execution("exe1", "custom-phone-provider", "final", "Sender", error_id="TypeError")
    bad = row(11, "actions_execution_failed", "boom", execution_id="exe1")
    gone = row(12, "gd_send_sms_failure", "boom", actions={"executions": ["exe2"]})

    def happen(wait: int) -> None:
        if wait == 1:
            tenant.kept_log += [row(10, actions={"executions": ["exe0"]}), bad, gone]

    told = run(Watched(tenant, DOMAIN, archive), waits=4, at_wait=happen)
    assert tenant.calls.count("execution") == 3, "two in a look, each once"
    action = told[-1].journeys[0].step(Stage.ACTION)
    assert [seen.text for seen in action.evidence] == ["boom", "TypeError"]


def test_a_run_that_cannot_be_read_for_another_reason_ends_it(archive: LogArchive) -> None:
    tenant = tenant_with(5)
    tenant.fail("execution", ProblemKind.NO_NETWORK)

    def happen(_wait: int) -> None:
        tenant.kept_log.append(row(11, "gd_send_sms_failure", "boom", actions={"executions": ["exe2"]}))

    token = PatientToken()
    token.each_wait = lambda: happen(0)
    with pytest.raises(ProblemError):
        watch(Watched(tenant, DOMAIN, archive), CallContext(cancel=token), lambda _news: None)


def test_the_practice_phone_and_test_messages_are_seen_from_the_start_on(archive: LogArchive) -> None:
    tenant, phone, tests = tenant_with(5), InMemoryPhone(), MemorySentTests()

    def sent(name: str) -> SentTest:
        parts = (PartResult("0", message_id=f"id-{name}"),)
        return SentTest(
            name, "2026-11-24T09:59:00Z", "p", "•••", "DE", "A", "GSM-7", SendOutcome.ACCEPTED, parts
        )

    tests.add(sent("before"))
    phone.receive(OutgoingSms("4915123456789", "Acme", "old", unicode=False, client_ref="r"))
    asked: list[tuple[str, ...]] = []

    class Gateway:
        def fates(self, message_ids: tuple[str, ...]) -> tuple[Fate, ...]:
            asked.append(message_ids)
            return tuple(Fate(one, "accepted" if len(asked) == 1 else "delivered") for one in message_ids)

    def happen(wait: int) -> None:
        if wait == 1:
            tests.add(sent("after"))

    gateway = Gateway()
    watched = Watched(tenant, DOMAIN, archive, known(), phone, tests, lambda: gateway)  # pyright: ignore[reportArgumentType]
    told = run(watched, waits=25, at_wait=happen)
    assert [one.id for one in told[-1].journeys] == ["after"]
    assert told[-1].journeys[0].light is Light.GREEN
    assert asked == [("id-after",), ("id-after",)], "not asked again once it is known"


def test_a_report_that_never_comes_is_asked_for_three_times(archive: LogArchive) -> None:
    tenant, tests = tenant_with(5), MemorySentTests()
    asked: list[tuple[str, ...]] = []

    class Gateway:
        def fates(self, message_ids: tuple[str, ...]) -> tuple[Fate, ...]:
            asked.append(message_ids)
            return tuple(Fate(one, "") for one in message_ids)

    def happen(wait: int) -> None:
        if wait == 1:
            parts = (PartResult("0", message_id="id1"),)
            at = "2026-11-24T10:00:00Z"
            tests.add(SentTest("t", at, "p", "•••", "DE", "A", "GSM-7", SendOutcome.ACCEPTED, parts))

    gateway = Gateway()
    watched = Watched(tenant, DOMAIN, archive, None, None, tests, lambda: gateway)  # pyright: ignore[reportArgumentType]
    told = run(watched, waits=40, at_wait=happen)
    assert len(asked) == 3
    assert told[-1].journeys[0].light is Light.UNKNOWN
