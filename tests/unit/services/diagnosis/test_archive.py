"""Pulling a log: resumes, no doubles, gaps are said."""

import pytest
from tests.fakes.tenant import InMemoryTenant

from textfactor.adapters.log_archive import LogArchive
from textfactor.domain.archive import RawLog
from textfactor.domain.problems import ProblemError, ProblemKind
from textfactor.services.context import CallContext, CancelledError
from textfactor.services.diagnosis.archive.pull import pull

DOMAIN = "acme.eu.auth0.com"


def row(number: int, kind="gd_send_sms_failure", detail="vonage status=9") -> RawLog:
    date = f"2026-11-{1 + number // 1440:02}T{number // 60 % 24:02}:{number % 60:02}:00Z"
    return RawLog(
        f"9{number:05}", date, kind, "ana@example.com auth0|1", "Shop", "10.0.0.1", "Guardian", detail, "{}"
    )


@pytest.fixture
def archive(tmp_path):
    archive = LogArchive(tmp_path / "logs.sqlite")
    yield archive
    archive.close()


def tenant_with(*numbers: int) -> InMemoryTenant:
    tenant = InMemoryTenant()
    tenant.kept_log = [row(number) for number in numbers]
    return tenant


def kept(archive: LogArchive) -> list[str]:
    return sorted(one.id for one in archive.search(DOMAIN, "", most=10_000))


def test_the_first_pull_takes_all_and_the_next_only_what_is_new(archive):
    tenant = tenant_with(*range(250))
    done = pull(tenant, archive, DOMAIN, CallContext())
    assert (done.added, done.drained, done.gap) == (250, True, None)
    assert tenant.calls == ["oldest_log"] + ["log_page"] * 4
    tenant.kept_log += [row(250), row(251)]
    assert pull(tenant, archive, DOMAIN, CallContext()).added == 2
    assert pull(tenant, archive, DOMAIN, CallContext()).added == 0
    assert kept(archive) == [row(n).id for n in range(252)]


def test_an_empty_log_is_no_trouble(archive):
    assert pull(tenant_with(), archive, DOMAIN, CallContext()).drained
    facts = archive.facts(DOMAIN)
    assert (facts.rows, facts.first, facts.last, facts.gaps) == (0, "", "", ())


def test_a_pull_that_was_stopped_goes_on_where_it_was(archive):
    tenant = tenant_with(*range(250))
    tenant.fail("log_page", ProblemKind.TIMED_OUT)
    with pytest.raises(ProblemError):
        pull(tenant, archive, DOMAIN, CallContext())
    assert len(kept(archive)) == 1
    ctx = CallContext(report=lambda progress: ctx.cancel.cancel() if progress.done >= 100 else None)
    with pytest.raises(CancelledError):
        pull(tenant, archive, DOMAIN, ctx)
    assert 100 <= len(kept(archive)) < 250
    pull(tenant, archive, DOMAIN, CallContext())
    assert kept(archive) == [row(n).id for n in range(250)]


def test_a_second_pull_that_lagged_behind_hides_nothing_that_is_new(archive, tmp_path):
    tenant = tenant_with(*range(300))
    pull(tenant, archive, DOMAIN, CallContext())
    other = LogArchive(tmp_path / "logs.sqlite")  # another process, with a page that it had asked for earlier
    other.add(DOMAIN, [row(number) for number in range(1, 101)])
    other.close()
    tenant.kept_log += [row(300), row(301)]
    done = pull(tenant, archive, DOMAIN, CallContext())
    assert (done.added, done.drained) == (2, True)
    assert len(kept(archive)) == 302


def test_a_log_that_gives_the_same_page_for_ever_comes_to_an_end(archive):
    class Stuck:
        def oldest_log(self) -> RawLog:
            return row(0)

        def log_page(self, after: str, take: int) -> tuple[RawLog, ...]:
            del after, take
            return row(1), row(2)

    assert pull(Stuck(), archive, DOMAIN, CallContext()).added == 3
    assert pull(Stuck(), archive, DOMAIN, CallContext()).added == 0


def test_rows_that_auth0_forgot_meanwhile_are_a_gap_that_is_said(archive):
    tenant = tenant_with(*range(10))
    pull(tenant, archive, DOMAIN, CallContext())
    tenant.kept_log = [row(number) for number in range(50, 60)]
    done = pull(tenant, archive, DOMAIN, CallContext())
    assert done.gap == (row(9).date, row(50).date)
    assert archive.facts(DOMAIN).gaps == (done.gap,)
    assert len(kept(archive)) == 20


def test_a_refusal_for_other_reasons_is_not_taken_for_a_gap(archive):
    tenant = tenant_with(*range(10))
    pull(tenant, archive, DOMAIN, CallContext())
    tenant.fail("log_page", ProblemKind.MISSING_SCOPE)
    with pytest.raises(ProblemError) as caught:
        pull(tenant, archive, DOMAIN, CallContext())
    assert caught.value.problem.kind is ProblemKind.MISSING_SCOPE


def test_search_finds_what_begins_so_in_one_tenant_only(archive):
    archive.add(DOMAIN, [row(1), row(2, "s", ""), row(3, detail="vonage status=29")])
    archive.add("other.eu.auth0.com", [row(4)])
    found = [one.id for one in archive.search(DOMAIN, "vonage status")]
    assert found == [row(3).id, row(1).id]
    assert [one.id for one in archive.search(DOMAIN, "gd_send ANA@exam")] == found
    assert archive.search(DOMAIN, "nobody") == ()
    assert archive.search("none.auth0.com", "vonage") == ()
    assert len(archive.search(DOMAIN, '"quoted" OR * ^')) in (0, 1, 2, 3)


def test_nothing_is_kept_twice_and_all_can_be_deleted(archive, tmp_path):
    assert archive.add(DOMAIN, [row(1), row(2)]) == 2
    assert archive.add(DOMAIN, [row(2), row(3)]) == 1
    archive.add("other.eu.auth0.com", [row(4)])
    archive.clear(DOMAIN)
    assert (archive.facts(DOMAIN).rows, archive.checkpoint(DOMAIN)) == (0, "")
    assert archive.facts("other.eu.auth0.com").rows == 1
    archive.clear()
    assert archive.facts("other.eu.auth0.com").rows == 0
    assert (tmp_path / "logs.sqlite").stat().st_mode & 0o777 == 0o600


def test_what_was_deleted_stands_in_no_file_any_more(archive, tmp_path):
    archive.add(DOMAIN, [row(number) for number in range(300)])
    archive.clear(DOMAIN)
    left = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"ana@example.com" not in left


def test_it_keeps_within_its_limit_by_dropping_the_oldest(tmp_path):
    archive = LogArchive(tmp_path / "logs.sqlite", limit=300_000)
    for start in range(0, 5000, 100):
        archive.add(DOMAIN, [row(number) for number in range(start, start + 100)])
    facts = archive.facts(DOMAIN)
    assert 0 < facts.rows < 5000
    assert facts.last == row(4999).date
    assert facts.bytes < 600_000  # the index of words lets go of deleted rows only bit by bit
    assert archive.search(DOMAIN, "vonage", most=1)[0].id == row(4999).id
    archive.close()


def test_a_file_that_is_no_archive_is_named_and_left_alone(tmp_path):
    path = tmp_path / "logs.sqlite"
    path.write_text("something else entirely, and long enough to be looked at")
    archive = LogArchive(path)
    with pytest.raises(ProblemError) as caught:
        archive.facts(DOMAIN)
    assert caught.value.problem.kind is ProblemKind.FILE_FAILED
    assert caught.value.problem.detail == "logs.sqlite: file is not a database"
    archive.close()
    assert path.read_text().startswith("something else")
