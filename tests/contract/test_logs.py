"""Reading a tenant's log, in memory and over HTTPS: two modes, pages, a kill between pages, a forgotten checkpoint."""

from collections.abc import Generator, Iterator
from contextlib import contextmanager

import pytest
from tests.contract.tenants import KINDS, refused
from tests.fakes.tenant import InMemoryTenant
from tests.fakes.world import KilledError

from textfactor.adapters.auth0 import Auth0Tenant
from textfactor.adapters.log_archive import LogArchive
from textfactor.adapters.pacing import Pace
from textfactor.domain.archive import RawLog
from textfactor.domain.problems import ProblemKind
from textfactor.domain.profile import Endpoints
from textfactor.domain.secret import Secret
from textfactor.domain.timeline import Execution
from textfactor.practice import ActionRun, PracticeWorld
from textfactor.practice.auth0.service import Auth0
from textfactor.practice.auth0.tenant import Tenant
from textfactor.services.container import TenantKey
from textfactor.services.context import CallContext
from textfactor.services.diagnosis.archive.pull import pull
from textfactor.services.tenant_ports import TenantApi

DOMAIN = "acme.eu.auth0.com"


class Log:
    """A tenant whose log a test writes; `forget` is what the days of a plan do."""

    tenant: TenantApi

    def write(self, number: int) -> None:
        raise NotImplementedError

    def forget(self, kept: int) -> None:
        raise NotImplementedError


class MemoryLog(Log):
    def __init__(self) -> None:
        self.memory = self.tenant = InMemoryTenant()
        self._next = 0

    def write(self, number: int) -> None:
        for _ in range(number):
            self._next += 1
            date = f"2026-11-24T{self._next // 3600:02}:{self._next // 60 % 60:02}:{self._next % 60:02}.000Z"
            self.memory.kept_log.append(
                RawLog(
                    f"900{self._next:06}", date, "gd_send_sms", "ana auth0|ana", "", "", "SMS sent", "", "{}"
                )
            )

    def forget(self, kept: int) -> None:
        del self.memory.kept_log[:-kept]


class PracticeLog(Log):
    def __init__(self, practice: Tenant, tenant: TenantApi) -> None:
        self._book = practice.logs
        self.practice = practice
        self.tenant = tenant

    def write(self, number: int) -> None:
        for _ in range(number):
            self._book.write("gd_send_sms", "SMS sent", {}, user_id="auth0|ana", user_name="ana")

    def forget(self, kept: int) -> None:
        while len(self._book.rows) > kept:
            self._book.rows.popleft()


@contextmanager
def practice_log(run: ActionRun, monkeypatch: pytest.MonkeyPatch) -> Generator[PracticeLog]:
    opened: list[Auth0] = []

    class Opened(Auth0):
        def reset(self) -> None:
            super().reset()
            opened.append(self)

    monkeypatch.setattr("textfactor.practice.world.Auth0", Opened)
    with PracticeWorld(lambda _job: run, plan="enterprise") as world:
        auth0, ca_file = world.info()["auth0"], world.info()["ca_file"]
        key = TenantKey(auth0["domain"], auth0["client_id"], Secret(auth0["client_secret"]))
        endpoints = Endpoints(auth0_host=auth0["url"].removeprefix("https://"), ca_file=ca_file)
        tenant = Auth0Tenant(key, endpoints, Pace(pause=lambda _seconds: None), lambda _seconds: None)
        yield PracticeLog(opened[0].tenant, tenant)
        tenant.close()


@pytest.fixture(params=KINDS)
def log(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Log]:
    if request.param == "memory":
        yield MemoryLog()
    else:
        with practice_log(ActionRun("ok"), monkeypatch) as log:
            yield log


@pytest.fixture
def archive(tmp_path) -> Iterator[LogArchive]:
    archive = LogArchive(tmp_path / "logs.sqlite")
    yield archive
    archive.close()


def ids(archive: LogArchive) -> list[str]:
    """All kept ids; that none is there twice is part of the check."""
    found = [row.id for row in archive.search(DOMAIN, "", most=10_000)]
    assert len(found) == len(set(found))
    assert found == sorted(found, reverse=True), "newest first"
    return found


def test_two_thousand_rows_come_page_by_page_and_only_once(log: Log, archive: LogArchive) -> None:
    log.write(2000)
    done = pull(log.tenant, archive, DOMAIN, CallContext())
    assert (done.added, done.drained, done.gap) == (2000, True, None) or done.added > 2000
    kept = ids(archive)
    assert len(kept) == done.added
    assert pull(log.tenant, archive, DOMAIN, CallContext()).added == 0
    log.write(3)
    assert pull(log.tenant, archive, DOMAIN, CallContext()).added == 3
    assert ids(archive)[3:] == kept


def test_a_kill_between_two_pages_loses_and_doubles_nothing(log: Log, archive: LogArchive, tmp_path) -> None:
    log.write(2000)

    def report(progress) -> None:
        if progress.done >= 500:
            raise KilledError

    with pytest.raises(KilledError):
        pull(log.tenant, archive, DOMAIN, CallContext(report))
    archive.close()
    after = LogArchive(tmp_path / "logs.sqlite")
    before = len(ids(after))
    assert 500 <= before < 2000
    more = pull(log.tenant, after, DOMAIN, CallContext())
    assert more.drained
    assert len(ids(after)) == before + more.added >= 2000
    after.close()


def test_some_pages_at_a_time(log: Log, archive: LogArchive) -> None:
    log.write(450)
    done = [pull(log.tenant, archive, DOMAIN, CallContext(), pages=2)]
    while not done[-1].drained:
        done.append(pull(log.tenant, archive, DOMAIN, CallContext(), pages=2))
    assert len(done) == 3
    assert sum(one.added for one in done) == len(ids(archive)) >= 450


def test_a_checkpoint_that_was_forgotten_costs_no_row_that_is_there(log: Log, archive: LogArchive) -> None:
    log.write(120)
    pull(log.tenant, archive, DOMAIN, CallContext())
    before = len(ids(archive))
    log.write(60)
    log.forget(40)
    done = pull(log.tenant, archive, DOMAIN, CallContext())
    assert done.added == 40
    assert len(ids(archive)) == before + 40
    facts = archive.facts(DOMAIN)
    # The stand-in goes on behind a row it has forgotten, as Auth0 may; where it is refused, the gap is said.
    assert facts.gaps == ((done.gap,) if done.gap else ())


def test_the_search_mode_and_the_checkpoint_mode_tell_of_the_same_rows(log: Log) -> None:
    log.write(5)
    oldest = log.tenant.oldest_log()
    assert oldest is not None
    page = log.tenant.log_page(oldest.id, 100)
    assert page
    assert [row.id for row in page] == sorted(row.id for row in page)
    assert all(oldest.id < row.id for row in page)
    assert log.tenant.log_page(page[-1].id, 100) == ()
    assert [row.id for row in log.tenant.log_page(oldest.id, 2)] == [row.id for row in page[:2]]
    assert "ana auth0|ana" in {row.user for row in page}


def test_the_record_of_a_run_that_is_not_there(log: Log) -> None:
    refused(ProblemKind.NOT_FOUND, log.tenant.execution, "nosuch/run")


def test_the_record_of_a_run(monkeypatch: pytest.MonkeyPatch) -> None:
    run = ActionRun("threw", reason="boom", error_code="ECONNRESET", seconds=0.5)
    with practice_log(run, monkeypatch) as log:
        ran = log.practice.executions.add("custom-phone-provider", "Sender", run)
        found = log.tenant.execution(ran)
        fine = log.tenant.execution(
            log.practice.executions.add("custom-phone-provider", "Sender", ActionRun("ok", seconds=0.5))
        )
    assert (found.id, found.trigger, found.status, found.action) == (
        ran,
        "custom-phone-provider",
        "final",
        "Sender",
    )
    assert (found.error_id, found.error_text) == ("ECONNRESET", "boom")
    assert found.started < found.ended
    assert (fine.error_id, fine.error_text, fine.action) == ("", "", "Sender")


def test_the_record_of_a_run_in_memory() -> None:
    memory = InMemoryTenant()
    memory.runs["exe"] = Execution("exe", "custom-phone-provider", "final", "Sender")
    assert memory.execution("exe").action == "Sender"
