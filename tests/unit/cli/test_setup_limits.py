"""What `textfactor setup` will not do unasked: what has no say, somebody else's Action, more reading than needed."""

from collections.abc import Callable

import pytest
from tests.fakes.setup import with_foreign_sender, with_old_action
from tests.fakes.tenant import InMemoryTenant
from tests.unit.cli.conftest import Console

from textfactor.cli.setup_wanted import Wanted
from textfactor.domain.problems import ProblemKind
from textfactor.domain.tenant import UNIFIED_TRIGGER

THEIRS = "// theirs, running"


@pytest.mark.parametrize(
    ("argv", "named"),
    [
        (("--undo", "--purpose", "remove"), "--purpose"),
        (("--undo", "--purpose", "set_up"), "--purpose"),
        (("--undo", "--path", "legacy"), "--path"),
        (("--undo", "--replace", "Old SMS"), "--replace"),
        (("--undo", "--run-sender"), "--run-sender"),
        (
            ("--undo", "--purpose", "move", "--path", "unified", "--run-sender"),
            "--purpose, --path, --run-sender",
        ),
        (("--resume", "--purpose", "remove"), "--purpose"),
        (("--resume", "--path", "unified"), "--path"),
    ],
)
def test_an_option_without_a_say_is_refused_by_name(
    console: Console, argv: tuple[str, ...], named: str
) -> None:
    ended = console("setup", "--practice", "--yes", "--json", *argv)
    assert ended.code == 2
    assert ended.json["error"]["kind"] == "usage"
    assert ended.err.rstrip().endswith(f"so it does not listen to {named}.")
    assert argv[0] in ended.err
    assert console.workspace.the_tenant.calls == []


def test_both_ways_at_once_are_refused(console: Console) -> None:
    ended = console("setup", "--practice", "--undo", "--resume", "--yes")
    assert ended.code == 2
    assert "Choose --resume or --undo" in ended.err
    assert Wanted().way == ""


def test_a_stopped_undo_is_told_nothing_more(console: Console) -> None:
    tenant = console.workspace.the_tenant
    console("setup", "--practice", "--yes")
    tenant.fail("delete_template", ProblemKind.REFUSED, "not now")
    assert console("setup", "--practice", "--undo", "--yes").code == 1
    calls = len(tenant.calls)
    for more, named in ((("--replace", "X"), "--replace"), (("--run-sender",), "--run-sender")):
        ended = console("setup", "--practice", "--resume", "--yes", "--json", *more)
        assert (ended.code, ended.json["error"]["kind"]) == (2, "usage")
        assert f"--resume goes on with what was stopped, so it does not listen to {named}." in ended.err
    assert len(tenant.calls) == calls
    assert console("setup", "--practice", "--resume", "--yes", "--json").json["state"] == "undone"


def test_yes_does_not_speak_for_writing_over_somebody_elses_action(console: Console) -> None:
    console.workspace.the_tenant = tenant = with_foreign_sender()
    writes = len(tenant.writes)
    ended = console("setup", "--practice", "--yes", "--json")
    assert (ended.code, ended.json["state"], ended.json["applied"]) == (5, "planned", [])
    assert "--replace “Our texts”" in ended.err
    assert len(tenant.writes) == writes
    shown = console("setup", "--practice", "--plan-only", "--json")
    assert shown.code == 0
    assert "“Our texts” is somebody else's Action, and this plan writes over it" in shown.err
    named = console("setup", "--practice", "--yes", "--replace", "Our texts", "--json")
    assert (named.code, named.json["state"]) == (0, "applied")
    assert "replaces nothing" not in named.err
    assert tenant.actions(UNIFIED_TRIGGER)[0].deployed_code != THEIRS


def test_a_typed_yes_does_since_the_plan_was_read(console: Console, type_in: Callable[[str], None]) -> None:
    console.workspace.the_tenant = with_foreign_sender()
    type_in("yes\n")
    ended = console("setup", "--practice", "--json")
    assert (ended.code, ended.json["state"]) == (0, "applied")
    assert "is somebody else's Action" in ended.err


def test_a_resumed_run_was_told_before_that_it_may_write_over_the_action(console: Console) -> None:
    console.workspace.the_tenant = tenant = with_foreign_sender()
    tenant.fail("update_action", ProblemKind.REFUSED, "not now")
    assert console("setup", "--practice", "--yes", "--replace", "Our texts").code == 1
    assert console("setup", "--practice", "--resume", "--yes").code == 0


def test_a_resumed_run_does_not_write_over_an_action_that_came_since(console: Console) -> None:
    tenant = console.workspace.the_tenant
    tenant.fail("create_action", ProblemKind.REFUSED, "not now")
    assert console("setup", "--practice", "--yes").code == 1
    console.workspace.the_tenant = with_foreign_sender()
    ended = console("setup", "--practice", "--resume", "--yes", "--json")
    assert (ended.code, ended.json["state"]) == (5, "planned")
    assert "--replace “Our texts”" in ended.err


def test_a_removal_gives_somebodys_action_its_code_back(console: Console) -> None:
    console.workspace.the_tenant = tenant = with_foreign_sender()
    console("setup", "--practice", "--yes", "--replace", "Our texts")
    removed = console("setup", "--practice", "--purpose", "remove", "--yes", "--json")
    assert (removed.code, removed.json["state"]) == (0, "applied")
    assert tenant.actions(UNIFIED_TRIGGER)[0].deployed_code == THEIRS


def test_a_removal_says_beforehand_what_stays(console: Console) -> None:
    console.workspace.the_tenant = tenant = with_foreign_sender()
    console("setup", "--practice", "--yes", "--replace", "Our texts")
    found = tenant.actions(UNIFIED_TRIGGER)[0]
    console.workspace.journal = type(console.workspace.journal)()
    shown = console("setup", "--practice", "--purpose", "remove", "--plan-only")
    assert shown.code == 0
    assert f"Some of it stays: The Action “{found.name}” keeps our code and secrets" in shown.out


def reads(tenant: InMemoryTenant, console: Console, *argv: str) -> list[str]:
    tenant.calls.clear()
    assert console("setup", "--practice", "--plan-only", *argv).code == 0
    return tenant.calls


def test_only_what_the_plan_can_need_is_read(console: Console) -> None:
    tenant = console.workspace.the_tenant
    assert reads(tenant, console).count("actions") == 2, (
        "the other path's too: a new one must not have a name from there"
    )
    console("setup", "--practice", "--yes")
    again = reads(tenant, console)
    assert (again.count("actions"), again.count("bindings")) == (1, 2), (
        "who asks for MFA is read: no policy does"
    )
    tenant.set_policies(("all-applications",))
    fewest = reads(tenant, console)
    assert (len(fewest), fewest.count("bindings")) == (10, 1)
    assert not {"hooks", "phone_protection"} & set(fewest)
    assert "hooks" in reads(tenant, console, "--purpose", "move")
    assert reads(tenant, console, "--purpose", "remove").count("actions") == 2
    assert "phone_protection" in reads(tenant, console, "--replace", "Any")


def test_a_legacy_tenant_is_read_with_as_few_requests(console: Console) -> None:
    console.workspace.the_tenant = tenant = with_old_action()
    console("setup", "--practice", "--yes")
    assert len(reads(tenant, console)) == 9
