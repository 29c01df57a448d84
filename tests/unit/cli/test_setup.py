"""`textfactor setup` over a tenant in memory."""

import io
import signal
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from tests.fakes.setup import with_old_action
from tests.fakes.tenant import InMemoryTenant
from tests.fakes.world import InMemoryJournal, InMemoryPhone, InMemorySms, InMemoryWorkspace, KilledError
from tests.unit.cli.conftest import Console, Typed

from textfactor.adapters.journal_file import JournalFile
from textfactor.domain.answers import Answers, Environment, TenantPath, World
from textfactor.domain.problems import ProblemKind
from textfactor.domain.secret import Secret, SecretRef
from textfactor.domain.tenant import LEGACY_TRIGGER, ActionDraft, ActionFacts
from textfactor.services.container import TenantKey, VonageKey

FIRST_PLAN = [
    "sender",
    "deployment",
    "binding",
    "provider",
    "factor",
    "message_types",
    "enroll_template",
    "verify_template",
]


def test_a_plan_is_shown_and_nothing_is_written(console: Console) -> None:
    ended = console("setup", "--practice", "--plan-only", "--json")
    assert ended.code == 0, ended.err
    answer = ended.json
    assert set(answer) == {"path", "plan", "applied", "stopped_by", "state"}
    assert (answer["path"], answer["state"]) == ("unified", "planned")
    assert (answer["applied"], answer["stopped_by"]) == ([], None)
    assert [row["id"] for row in answer["plan"]] == FIRST_PLAN
    assert set(answer["plan"][0]) == {"id", "title", "method", "path", "before", "after", "undo"}
    assert answer["plan"][0]["before"] == "no Action on this trigger"
    assert console.workspace.the_tenant.writes == []


def test_a_plan_for_a_person(console: Console) -> None:
    out = console("setup", "--practice", "--plan-only").out
    assert out.startswith("8 changes to acme.example\n1. Create the Action “Textfactor SMS sender”\n")
    assert "   POST /actions/actions\n" in out
    assert "off → on" in out


def test_apply_then_nothing_to_do_then_undo(console: Console) -> None:
    before = console.workspace.the_tenant.dump()
    first = console("setup", "--practice", "--yes", "--json")
    assert (first.code, first.json["state"], first.json["applied"]) == (0, "applied", FIRST_PLAN)

    second = console("setup", "--practice", "--yes", "--json")
    assert (second.code, second.json["state"], second.json["plan"]) == (0, "nothing to do", [])

    undone = console("setup", "--practice", "--undo", "--yes", "--json")
    assert (undone.code, undone.json["state"]) == (0, "undone")
    assert undone.json["path"] == "unified"
    after = console.workspace.the_tenant.dump()
    # Which ways the factor uses while it is off cannot be read, so it is not what undo is about.
    assert {**after, "types": ()} == {**before, "types": ()}

    again = console("setup", "--practice", "--undo", "--yes", "--json")
    assert (again.code, again.json["state"]) == (0, "nothing to do")
    person = console("setup", "--practice", "--undo", "--yes")
    assert person.out.startswith("The last run is taken back already.")
    assert "--purpose remove" in person.out


def test_no_secret_is_ever_shown(console: Console) -> None:
    for argv in (("--yes",), ("--undo", "--yes")):
        for form in (("--json",), ()):
            ended = console("setup", "--practice", *argv, *form)
            for secret in ("s3cretS3cret", "auth0secret"):
                assert secret not in ended.out + ended.err


def test_without_a_terminal_yes_is_needed(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    ended = console("setup", "--practice", "--json")
    assert ended.code == 2
    assert "--yes" in ended.err
    assert ended.json["error"]["kind"] == "usage"
    assert console.workspace.closed == 0


def test_without_a_terminal_a_profile_that_lacks_its_keys_is_told_first(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    missing = console("setup", "--profile", "nope", "--json")
    assert (missing.code, missing.json["error"]["kind"]) == (2, "credentials_missing")
    assert "No profile “nope” is kept here" in missing.err
    own_variables(monkeypatch)
    ended = console("setup", "--profile", "nope", "--json")
    assert (ended.code, ended.json["error"]["kind"]) == (2, "usage")
    assert "--yes" in ended.err
    assert console.workspace.the_tenant.calls == []


def test_a_person_is_asked_after_the_plan_was_shown(console: Console, type_in: Callable[[str], None]) -> None:
    type_in("no\n")
    refused = console("setup", "--practice", "--json")
    assert (refused.code, refused.json["state"]) == (5, "planned")
    assert "Create the Action" in refused.err
    assert console.workspace.the_tenant.writes == []
    type_in("yes\n")
    agreed = console("setup", "--practice")
    assert agreed.code == 0
    assert "All 8 changes were made." in agreed.out


def test_the_end_of_the_input_is_no_consent(console: Console, type_in: Callable[[str], None]) -> None:
    type_in("")
    assert console("setup", "--practice").code == 5


def test_resume_and_undo_exclude_each_other(console: Console) -> None:
    assert console("setup", "--practice", "--resume", "--undo", "--yes").code == 2


# ---------------------------------------------------------------- what goes wrong


def test_a_secret_that_vonage_refuses_stops_before_the_tenant(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_variables(monkeypatch, VONAGE_API_SECRET="canary7Wrong")
    ended = console("setup", "--profile", "acme", "--yes", "--json")
    assert ended.code == 4
    assert ended.json["state"] == "stopped"
    assert ended.json["stopped_by"]["kind"] == "bad_credentials"
    assert ended.json["stopped_by"]["where"] == "vonage"
    assert "canary7Wrong" not in ended.out + ended.err
    assert console.workspace.the_tenant.calls == []


def test_a_tenant_that_refuses_the_application_ends_with_4(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_variables(monkeypatch, AUTH0_CLIENT_SECRET="canary8-" + "x" * 56)
    ended = console("setup", "--profile", "acme", "--yes", "--json")
    assert ended.code == 4
    assert ended.json["stopped_by"]["where"] == "auth0"
    assert "canary8" not in ended.out + ended.err


def test_missing_scopes_are_named_before_anything_is_written(console: Console) -> None:
    every_other = "read:tenant_settings read:actions update:actions read:guardian_factors read:mfa_policies"
    console.workspace.the_tenant.scopes = frozenset(every_other.split())
    planned = console("setup", "--practice", "--plan-only", "--json")
    assert planned.code == 0
    assert "create:actions" in planned.err
    ended = console("setup", "--practice", "--yes", "--json")
    assert ended.code == 4
    assert "create:actions" in ended.json["stopped_by"]["title"]
    assert [row["id"] for row in ended.json["plan"]] == FIRST_PLAN
    assert console.workspace.the_tenant.writes == []


LEGACY_PLAN = [
    "sender",
    "deployment",
    "binding",
    "factor",
    "selected_provider",
    "message_types",
    "legacy_templates",
]


def test_a_legacy_tenant_is_set_up_on_its_path_and_taken_back(console: Console) -> None:
    console.workspace.the_tenant = InMemoryTenant(legacy=True)
    done = console("setup", "--practice", "--path", "legacy", "--yes", "--json")
    assert (done.code, done.json["path"], done.json["applied"]) == (0, "legacy", LEGACY_PLAN)
    assert console.practice_path is TenantPath.LEGACY
    again = console("setup", "--practice", "--path", "legacy", "--yes", "--json")
    assert (again.json["state"], again.json["plan"]) == ("nothing to do", [])
    undone = console("setup", "--practice", "--undo", "--yes", "--json")
    assert (undone.code, undone.json["path"], undone.json["state"]) == (0, "legacy", "undone")
    assert console.workspace.the_tenant.dump()["actions"] == []


@pytest.mark.parametrize(
    ("purpose", "ids"),
    [
        ("turn_off", ["factor"]),
        ("rotate", ["sender", "deployment"]),
        (
            "remove",
            [
                "message_types",
                "factor",
                "verify_template",
                "enroll_template",
                "provider",
                "binding",
                "sender",
            ],
        ),
        ("turn_on", []),
        ("templates", []),
        ("move", []),
    ],
)
def test_each_purpose_on_a_finished_tenant(
    console: Console, purpose: str, ids: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VONAGE_API_SECRET", "s3cretS3cret")
    assert console("setup", "--practice", "--yes").code == 0
    ended = console("setup", "--practice", "--yes", "--purpose", purpose, "--json")
    assert (ended.code, ended.json["applied"]) == (0, ids), ended.err


def test_what_happens_to_each_secret_is_shown(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VONAGE_API_SECRET", "s3cretS3cret")
    out = console("setup", "--practice", "--plan-only").out
    assert "   Secret VONAGE_API_SECRET: set\n" in out
    assert console("setup", "--practice", "--yes").code == 0
    out = console("setup", "--practice", "--yes", "--purpose", "rotate").out
    assert "Write the secrets of the Action “Textfactor SMS sender”" in out


def test_a_rotation_in_the_practice_world_needs_a_new_secret(console: Console) -> None:
    assert console("setup", "--practice", "--yes").code == 0
    made = console.workspace.the_tenant.dump()
    ended = console("setup", "--practice", "--yes", "--purpose", "rotate")
    assert ended.code == 2
    assert "No new secret was given" in ended.err
    assert console.workspace.the_tenant.dump() == made
    shown = console("setup", "--practice", "--plan-only", "--purpose", "rotate", "--json")
    assert (shown.code, shown.json["state"]) == (0, "planned"), "a look needs none"


def test_the_secret_that_was_given_is_tried_and_written(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert console("setup", "--practice", "--yes").code == 0
    made = console.workspace.the_tenant.dump()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"VONAGE_API_SECRET=Wr0ngWr0ng\n")))
    given = ("setup", "--practice", "--yes", "--purpose", "rotate", "--secrets-stdin", "--json")
    refused = console(*given)
    assert refused.json["stopped_by"]["kind"] == "bad_credentials"
    assert console.workspace.the_tenant.dump() == made
    console.workspace.account.secret = Secret("N3wSecretN3w")
    monkeypatch.setattr(
        InMemoryWorkspace, "sender_key", lambda _self: VonageKey("abcd1234", Secret("0ldSecret1"))
    )
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"VONAGE_API_SECRET=N3wSecretN3w\n")))
    assert console(*given).json["applied"] == ["sender", "deployment"]
    assert "N3wSecretN3w" in str(console.workspace.the_tenant.dump()["actions"])


def test_an_old_hook_is_told_with_a_first_set_up(console: Console) -> None:
    console.workspace.the_tenant = with_old_action()
    out = console("setup", "--practice", "--plan-only").out
    assert "An old Hook is still here" in out
    assert "18 Nov 2026" in out
    assert "textfactor setup --purpose move" in out
    moved = console("setup", "--practice", "--plan-only", "--purpose", "move").out
    assert "An old Hook is still here" not in moved


def test_nothing_of_ours_can_be_rotated_where_nothing_is(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VONAGE_API_SECRET", "s3cretS3cret")
    ended = console("setup", "--practice", "--yes", "--purpose", "rotate", "--json")
    assert ended.code == 1
    assert ended.json["stopped_by"]["kind"] == "not_found"


def test_turning_off_asks_vonage_nothing(console: Console) -> None:
    console.workspace.account.secret = Secret("another")
    console.workspace.the_tenant.set_factor("sms", on=True)
    ended = console("setup", "--practice", "--yes", "--purpose", "turn_off", "--json")
    assert (ended.code, ended.json["applied"]) == (0, ["factor"]), ended.err


def test_what_changed_meanwhile_ends_with_5(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    real = InMemoryTenant.create_action

    def create(self: InMemoryTenant, draft: ActionDraft) -> ActionFacts:
        # Somebody edits the text while our first change is made.
        made = real(self, draft)
        self._templates["otp_verify"] = replace(
            next(t for t in self.templates() if t.type == "otp_verify"), id="other", text="theirs {{ code }}"
        )
        return made

    monkeypatch.setattr(InMemoryTenant, "create_action", create)
    ended = console("setup", "--practice", "--yes", "--json")
    assert ended.code == 5
    assert ended.json["state"] == "stopped"
    assert ended.json["stopped_by"]["kind"] == "drift"
    templates = console.workspace.the_tenant.templates()
    assert "theirs {{ code }}" in [template.text for template in templates]


def test_a_stopped_run_is_resumed(console: Console) -> None:
    console.workspace.the_tenant.fail("create_phone_provider", ProblemKind.REFUSED, "not now")
    stopped = console("setup", "--practice", "--yes", "--json")
    assert (stopped.code, stopped.json["state"]) == (1, "stopped")
    assert stopped.json["applied"] == ["sender", "deployment", "binding"]
    assert "not now" in stopped.err
    resumed = console("setup", "--practice", "--resume", "--yes", "--json")
    assert (resumed.code, resumed.json["state"]) == (0, "applied")
    assert resumed.json["applied"][0] == "provider"
    nothing = console("setup", "--practice", "--resume", "--yes", "--json")
    assert (nothing.code, nothing.json["state"]) == (0, "nothing to do")


@pytest.mark.parametrize("how", ["--undo", "--resume"])
def test_an_undo_that_was_stopped_goes_on(console: Console, how: str) -> None:
    console("setup", "--practice", "--yes")
    console.workspace.the_tenant.fail("delete_phone_provider", ProblemKind.REFUSED, "not now")
    stopped = console("setup", "--practice", "--undo", "--yes")
    assert stopped.code == 1
    assert "undo goes on with the rest" in stopped.out
    done = console("setup", "--practice", how, "--yes", "--json")
    assert (done.code, done.json["state"]) == (0, "undone"), done.err
    assert console.workspace.the_tenant.dump()["actions"] == []


@pytest.mark.parametrize("how", ["--undo", "--resume"])
def test_a_stopped_undo_of_a_removal_makes_the_action_again(
    console: Console, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, how: str
) -> None:
    tenant = console.workspace.the_tenant
    monkeypatch.setattr(console.workspace, "journal", JournalFile(tmp_path / "journal.jsonl"))
    console("setup", "--practice", "--yes")
    before = tenant.dump()
    console("setup", "--practice", "--purpose", "remove", "--yes")
    tenant.fail("create_action", ProblemKind.REFUSED, "not now")
    assert console("setup", "--practice", "--undo", "--yes").code == 1
    done = console("setup", "--practice", how, "--yes", "--json")
    assert (done.code, done.json["state"]) == (0, "undone"), done.err
    assert tenant.dump() == before


def test_a_run_that_made_nothing_does_not_hide_the_one_before(console: Console) -> None:
    console("setup", "--practice", "--yes")
    console.workspace.the_tenant.fail("set_factor", ProblemKind.REFUSED, "not now")
    assert console("setup", "--practice", "--purpose", "turn_off", "--yes").code == 1
    undone = console("setup", "--practice", "--undo", "--yes", "--json")
    assert (undone.code, undone.json["state"]) == (0, "undone"), undone.err
    assert console.workspace.the_tenant.dump()["actions"] == []


def test_an_undo_takes_back_what_nobody_has_touched_and_names_the_rest(console: Console) -> None:
    console("setup", "--practice", "--yes")
    tenant = console.workspace.the_tenant
    edited = next(one for one in tenant.templates() if one.type == "otp_verify")
    tenant.update_template(replace(edited, text="theirs {{ code }}"))
    undone = console("setup", "--practice", "--undo", "--yes", "--json")
    assert undone.code == 5
    assert (undone.json["state"], undone.json["left"]) == ("stopped", ["verify_template"])
    assert "verify_template" not in undone.json["applied"]
    assert (undone.json["stopped_by"]["kind"], undone.json["stopped_by"]["detail"]) == (
        "drift",
        "verify_template",
    )
    assert "The verification text stays as it is." in undone.err
    assert "7 of 8 changes were taken back" not in undone.err
    assert "6 of 7 changes were taken back; somebody has changed the rest since, so it stays." in undone.err
    assert "--purpose remove" in undone.err
    assert tenant.dump()["actions"] == []
    assert "theirs {{ code }}" in [one.text for one in tenant.templates()]
    again = console("setup", "--practice", "--undo", "--yes", "--json")
    assert (again.code, again.json["state"]) == (0, "nothing to do")


def test_undo_without_a_run_has_nothing_to_take_back(console: Console) -> None:
    ended = console("setup", "--practice", "--undo", "--yes")
    assert ended.code == 0
    assert ended.out.startswith("There is nothing to undo: no run that is noted on this computer")
    assert "--purpose remove" in ended.out


def test_going_on_takes_the_replaced_action_off_as_well(console: Console) -> None:
    console.workspace.the_tenant = tenant = with_old_action()
    tenant.fail("deploy_action", ProblemKind.REFUSED, "not now")
    assert console("setup", "--practice", "--yes", "--replace", "Old SMS").code == 1
    assert console("setup", "--practice", "--yes", "--resume").code == 0
    assert [row.action_name for row in tenant.bindings(LEGACY_TRIGGER)] == ["Textfactor SMS sender"]


def test_a_name_to_replace_that_is_bound_nowhere_is_told(console: Console) -> None:
    console.workspace.the_tenant = with_old_action()
    ended = console("setup", "--practice", "--plan-only", "--replace", "Old SNS", "--json")
    assert ended.code == 0
    assert "“Old SNS” is on no trigger here, so it replaces nothing." in ended.err
    right = console("setup", "--practice", "--plan-only", "--replace", "Old SMS", "--json")
    assert "replaces nothing" not in right.err


@pytest.mark.parametrize("way", ["--undo", "--resume"])
def test_what_goes_on_tries_the_secret_that_it_puts_into_the_tenant(
    console: Console, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    tenant = console.workspace.the_tenant
    if way == "--undo":
        console("setup", "--practice", "--yes")
        console("setup", "--practice", "--purpose", "remove", "--yes")
    else:
        tenant.fail("create_action", ProblemKind.REFUSED, "not now")
        console("setup", "--practice", "--yes")
    writes = len(tenant.writes)
    wrong = VonageKey("abcd1234", Secret("canary7Wrong"))
    monkeypatch.setattr(console.workspace, "sender_key", lambda: wrong)
    ended = console("setup", "--practice", way, "--yes", "--json")
    assert ended.code == 4, ended.err
    assert ended.json["stopped_by"]["kind"] == "bad_credentials"
    assert len(tenant.writes) == writes


def test_a_killed_run_is_resumed(console: Console) -> None:
    console.workspace.journal = InMemoryJournal(kill_at=3)
    with pytest.raises(KilledError):
        console("setup", "--practice", "--yes")
    console.capsys.readouterr()
    console.workspace.journal.kill_at = None
    resumed = console("setup", "--practice", "--resume", "--yes", "--json")
    assert (resumed.code, resumed.json["state"]) == (0, "applied")
    assert console("setup", "--practice", "--yes", "--json").json["state"] == "nothing to do"


def test_ctrl_c_stops_between_two_changes_and_says_how_far_it_got(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = InMemoryTenant.set_bindings

    def bind(
        self: InMemoryTenant, trigger: str, names: tuple[str, ...], shown: Mapping[str, str] | None = None
    ) -> None:
        signal.raise_signal(signal.SIGINT)
        real(self, trigger, names, shown)

    monkeypatch.setattr(InMemoryTenant, "set_bindings", bind)
    ended = console("setup", "--practice", "--yes", "--json")
    assert ended.code == 130
    assert ended.json["applied"] == ["sender", "deployment", "binding"]
    assert ended.json["state"] == "stopped"
    assert "3 of 8 changes were made" in ended.err


def test_a_second_ctrl_c_ends_in_the_middle_and_names_the_ways_out(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    def bind(_self: InMemoryTenant, _trigger: str, *_names: object) -> None:
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(InMemoryTenant, "set_bindings", bind)
    ended = console("setup", "--practice", "--yes", "--json")
    assert (ended.code, ended.json["state"]) == (130, "stopped")
    assert "--resume" in ended.err
    assert "--undo" in ended.err


# ---------------------------------------------------------------- run the sender first


def test_the_sender_is_run_before_it_is_deployed(console: Console) -> None:
    ended = console("setup", "--practice", "--yes", "--run-sender", "--json")
    assert ended.code == 0
    assert "The sender works" in ended.err
    assert len(console.workspace.runtime.events) == 1
    assert "Node 22.20.0, 0.00 s" in ended.err
    assert ended.json["sender_run"] == {
        "outcome": "ok", "engine": "Node 22.20.0", "reason": "", "code": "", "seconds": 0.0, "console": [],
    }  # fmt: skip


def test_a_sender_that_fails_here_is_not_deployed(console: Console) -> None:
    console.workspace.runtime.sms = InMemorySms(InMemoryPhone(), "another secret")
    ended = console("setup", "--practice", "--yes", "--run-sender", "--json")
    assert ended.code == 1
    assert ended.json["stopped_by"]["kind"] == "sender_failed"
    assert ended.json["sender_run"]["outcome"] == "dropped"
    made = [
        call for call in console.workspace.the_tenant.calls if call.startswith(("create_", "update_", "set_"))
    ]
    assert made == []


# ---------------------------------------------------------------- profiles


def own_variables(monkeypatch: pytest.MonkeyPatch, **changed: str) -> None:
    values = {
        "VONAGE_API_KEY": "abcd1234",
        "VONAGE_API_SECRET": "s3cretS3cret",
        "VONAGE_FROM_NUMBER": "447700900001",
        "AUTH0_DOMAIN": "acme.example",
        "AUTH0_CLIENT_ID": "client-id-of-acme",
        "AUTH0_CLIENT_SECRET": "secret-" + "x" * 57,
    }
    for name, value in (values | changed).items():
        monkeypatch.setenv(name, value)


def test_a_profile_needs_a_tenant_for_setup(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    own_variables(monkeypatch, AUTH0_DOMAIN="", AUTH0_CLIENT_SECRET="")
    ended = console("setup", "--profile", "acme", "--yes", "--json")
    assert ended.code == 2
    assert "AUTH0_DOMAIN, AUTH0_CLIENT_SECRET" in ended.err


def test_a_token_does_in_place_of_an_application(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    token = "canary5Header.canary5Payload.canary5Signed"
    own_variables(monkeypatch, AUTH0_CLIENT_ID="", AUTH0_CLIENT_SECRET="", AUTH0_TOKEN=token)
    asked: list[TenantKey] = []

    def tenant(key: TenantKey) -> InMemoryTenant:
        asked.append(key)
        return console.workspace.the_tenant

    monkeypatch.setattr(console.workspace, "tenant", tenant)
    ended = console("setup", "--profile", "acme", "--plan-only", "--json")
    assert ended.code == 0, ended.err
    assert asked[0] == TenantKey("acme.example", token=Secret(token))
    assert "canary5" not in ended.out + ended.err


def test_production_wants_the_tenants_name_typed(
    console: Console, type_in: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    own_variables(monkeypatch)
    answers = Answers(
        world=World.OWN,
        profile_id="p9",
        profile_name="acme",
        environment=Environment.PRODUCTION,
        domain="acme.example",
        client_id="client-id-of-acme",
    )
    console.drafts.draft = ("review", answers)
    monkeypatch.delenv("AUTH0_CLIENT_SECRET")
    console.workspace.secrets.kept[SecretRef("p9", "auth0_secret")] = Secret("auth0secret")
    type_in("yes\n")
    assert console("setup", "--profile", "acme").code == 5
    type_in("acme\n")
    assert console("setup", "--profile", "acme").code == 0


def test_a_kept_secret_goes_to_no_other_tenant(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    own_variables(monkeypatch, AUTH0_DOMAIN="other.example", AUTH0_CLIENT_SECRET="")
    answers = Answers(
        world=World.OWN,
        profile_id="p9",
        profile_name="acme",
        domain="acme.example",
        client_id="client-id-of-acme",
    )
    console.drafts.draft = ("review", answers)
    console.workspace.secrets.kept[SecretRef("p9", "auth0_secret")] = Secret("auth0secret")
    ended = console("setup", "--profile", "acme", "--yes")
    assert ended.code == 2
    assert "The profile “acme” lacks AUTH0_CLIENT_SECRET" in ended.err
    assert console.workspace.the_tenant.calls == []


class Interrupted(Typed):
    """A terminal on which Ctrl-C is pressed at the question."""

    def readline(self, size: int = -1, /) -> str:
        del size
        signal.raise_signal(signal.SIGINT)
        return "yes\n"


def test_ctrl_c_at_the_question_stops_at_once(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", Interrupted(io.BytesIO()))
    ended = console("setup", "--practice")
    assert ended.code == 130
    assert "Stopped before anything was sent or changed." in ended.err
    assert console.workspace.the_tenant.writes == []


def test_an_end_before_the_first_write_does_not_speak_of_changes(console: Console) -> None:
    def press_twice() -> None:
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)

    console.on_open = press_twice
    ended = console("setup", "--practice", "--yes", "--json")
    assert ended.code == 130
    assert "Nothing was changed." in ended.err
    assert "--undo" not in ended.err
