"""What both engines promise whatever code they are given."""

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest
from tests.contract.sender.conftest import COMMON, SECRET, Start
from tests.contract.sender.stand_in import HOST, StandIn, hangs

from textfactor.adapters.node_runtime import NodeRuntime
from textfactor.domain.running import RunOutcome, RunResult

POST = f"await fetch('https://{HOST}/sms/json', {{ method: 'POST', body: 'a=b' }})"


def run(start: Start, body: str, *, hosts: dict[str, int] | None = None, **settings: object) -> RunResult:
    code = f"exports.go = async (event, api) => {{\n{body}\n}};"
    return start(**settings).run(code, "go", {"n": 1}, hosts or {})


def test_names_itself_and_its_version(start: Start):
    engine = start().describe()
    assert engine.partition(" ")[0] in ("Node", "QuickJS")
    assert engine.partition(" ")[2][0].isdigit()
    result = run(start, "")
    assert (result.engine, result.outcome, result.console) == (engine, RunOutcome.OK, ())
    assert 0 < result.seconds < 20


@pytest.mark.parametrize(
    ("body", "outcome", "reason"),
    [
        ("api.notification.drop('a'); api.notification.retry('b');", RunOutcome.RETRY, "b"),
        ("api.notification.retry('a'); api.notification.drop('b');", RunOutcome.DROPPED, "b"),
        ("api.notification.drop();", RunOutcome.DROPPED, ""),
        ("api.notification.drop('x'.repeat(2000));", RunOutcome.DROPPED, "x" * 1024),
        (
            "api.notification.drop(`${event.n} \U0001f600 é \\ud83d`);",
            RunOutcome.DROPPED,
            "1 \U0001f600 é \ud83d",
        ),
        (
            "setTimeout((x) => api.notification.drop(x), 20, 'late'); await new Promise((r) => setTimeout(r, 60));",
            RunOutcome.DROPPED,
            "late",
        ),
        (
            "const t = setTimeout(() => api.notification.drop('no'), 1); clearTimeout(t); "
            "await new Promise((r) => setTimeout(r, 20));",
            RunOutcome.OK,
            "",
        ),
    ],
)
def test_reports_the_last_verdict(start: Start, body: str, outcome: RunOutcome, reason: str):
    result = run(start, body)
    assert (result.outcome, result.reason, result.error_code) == (outcome, reason, "")


def test_has_a_cache_like_auth0s(start: Start):
    body = """
      const said = [api.cache.set('k', 'v', { ttl: 1000 }).type, api.cache.get('k').value, api.cache.delete('k').type,
        api.cache.delete('k').code, api.cache.get('k')];
      api.notification.drop(JSON.stringify(said));"""
    assert json.loads(run(start, body).reason) == ["success", "v", "success", "ITEM_NOT_FOUND", None]


def test_keeps_the_console_as_auth0_does(start: Start):
    result = run(start, "console.log('é', { a: [1] }, 2, null, undefined); console.error('x'.repeat(300));")
    assert result.console == ('é {"a":[1]} 2 null undefined', "x" * 256)
    assert len(run(start, "for (let i = 0; i < 1000; i++) console.log(i);").console) == 100


@pytest.mark.parametrize(
    ("body", "reason", "code"),
    [
        ("throw Object.assign(new Error('bad news'), { code: 'E_BAD' });", "bad news", "E_BAD"),
        ("await null; throw new RangeError('out');", "out", "RangeError"),
        ("throw new Error('outer', { cause: { code: 'E_INNER' } });", "outer", "E_INNER"),
        ("throw 'a plain text';", "a plain text", ""),
        ("throw { a: 1 };", '{"a":1}', ""),
        (
            "setTimeout(() => { throw new TypeError('unseen'); }, 1); await new Promise((r) => setTimeout(r, 50));",
            "unseen",
            "TypeError",
        ),
    ],
)
def test_reports_what_was_thrown(start: Start, body: str, reason: str, code: str):
    result = run(start, f"console.log('before');\n{body}")
    assert (result.outcome, result.reason, result.error_code) == (RunOutcome.THREW, reason, code)
    assert result.console == ("before",)
    if code:
        assert reason in result.error_stack.splitlines()[0]
        assert ":3:" in result.error_stack  # the line in the code as it was given
    assert "/resources/" not in result.error_stack


def test_reports_a_syntax_error_with_its_line(start: Start):
    result = start().run("const a = 1;\nconst b = ;", "go", {}, {})
    assert (result.outcome, result.error_code) == (RunOutcome.THREW, "SyntaxError")
    assert "unexpected token" in result.reason.lower()
    assert ":2" in result.error_stack


@pytest.mark.parametrize(
    ("code", "reason", "error"),
    [
        ("exports.other = 1;", "the code exports no function go", "TypeError"),
        ("throw new Error('while loading');", "while loading", "Error"),
        ("require('no-such-module');", "Cannot find module 'no-such-module'", "MODULE_NOT_FOUND"),
    ],
)
def test_reports_code_that_does_not_load(start: Start, code: str, reason: str, error: str):
    result = start().run(code, "go", {}, {})
    assert (result.outcome, result.error_code) == (RunOutcome.THREW, error)
    assert result.reason.startswith(reason)
    assert str(Path.home()) not in result.reason + result.error_stack


@pytest.mark.parametrize(
    "body", ["while (true) {}", "await null; for (;;) {}", "await new Promise((r) => setTimeout(r, 60000));"]
)
def test_ends_what_does_not_end(start: Start, body: str):
    result = run(start, body, limit=0.7)
    assert (result.outcome, result.reason) == (RunOutcome.TIMED_OUT, "")


def test_ends_a_request_that_hangs(start: Start, vonage: StandIn):
    vonage.script = hangs
    result = run(start, POST, hosts={HOST: vonage.port}, limit=2.0)
    assert result.outcome is RunOutcome.TIMED_OUT
    vonage.only_request()


def test_sees_at_once_that_nothing_can_happen_any_more(start: Start):
    assert run(start, "await new Promise(() => {});", limit=25).outcome is RunOutcome.TIMED_OUT


def test_survives_code_that_eats_memory_or_the_stack(start: Start):
    eats = run(start, "const all = []; for (;;) all.push(new Array(100000).fill(all.length));", limit=15)
    assert eats.outcome in (RunOutcome.THREW, RunOutcome.TIMED_OUT)
    assert run(start, "const f = () => f() + 1; f();").error_code == "RangeError"


@pytest.mark.parametrize(
    "url", ["https://example.com/", "https://127.0.0.1:{port}/", "https://api.nexmo.com/"]
)
def test_refuses_every_other_host(start: Start, vonage: StandIn, url: str):
    body = f"await fetch('{url.format(port=vonage.port)}', {{ method: 'POST', body: 'a=b' }});"
    result = run(start, body, hosts={HOST: vonage.port})
    assert result.outcome is RunOutcome.THREW
    assert vonage.requests == []
    if "127.0.0.1" not in url:
        assert (result.reason, result.error_code) == ("fetch failed", "HOST_REFUSED")


def test_trusts_the_certificate_for_that_name_alone(start: Start, vonage: StandIn):
    result = run(start, POST.replace(HOST, "api.nexmo.com"), hosts={"api.nexmo.com": vonage.port})
    assert (result.outcome, result.error_code) == (RunOutcome.THREW, "ERR_TLS_CERT_ALTNAME_INVALID")
    assert vonage.requests == []


def test_makes_several_requests_side_by_side(start: Start, vonage: StandIn):
    body = (
        f"const all = await Promise.all([1, 2, 3].map(async () => {{ return ({POST}).json(); }}));\n"
        "api.notification.drop(String(all.length));"
    )
    assert run(start, body, hosts={HOST: vonage.port}).reason == "3"
    assert len(vonage.requests) == 3


# ---------------------------------------------------------------- Node alone


@pytest.fixture
def node_runtime(node: str, root: Path, authority) -> NodeRuntime:
    return NodeRuntime(node, root / "resources" / "runtime", authority[1])


def test_node_sees_no_secret_in_its_arguments_and_no_variable_of_ours(
    node_runtime: NodeRuntime, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("VONAGE_API_SECRET", "from the environment")
    monkeypatch.setenv("NODE_OPTIONS", "--no-such-option")
    sights = "[process.argv, process.execArgv, process.env]"
    code = f"exports.go = async (e, api) => api.notification.drop(JSON.stringify({sights}));"
    said = node_runtime.run(code, "go", COMMON, {}).reason
    assert SECRET not in said
    assert set(json.loads(said)[2]) <= {"PATH", "HOST_MAP", "NODE_EXTRA_CA_CERTS", "SYSTEMROOT"}


def test_node_writes_nothing_but_the_result(node_runtime: NodeRuntime):
    code = "exports.go = async () => { process.stdout.write('noise'); process.stderr.write('noise'); };"
    assert node_runtime.run(code, "go", {}, {}).outcome is RunOutcome.OK


def test_node_that_ends_by_itself_is_reported(node_runtime: NodeRuntime):
    result = node_runtime.run("exports.go = async () => process.abort();", "go", {}, {})
    assert (result.outcome, result.error_code) == (RunOutcome.THREW, "NO_RESULT")


def _gone(pid: int) -> bool:
    """Whether the process has ended; one that nobody has collected yet counts as ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks into /proc")
@pytest.mark.parametrize("ending", ["", "for (;;) {}"])
def test_node_leaves_no_process_behind(node: str, root: Path, tmp_path: Path, ending: str):
    note = tmp_path / "pids"
    code = (
        "exports.go = async () => { const c = require('child_process')"
        ".spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });"
        f"require('fs').writeFileSync({json.dumps(str(note))}, `${{process.pid}} ${{c.pid}}`); {ending} }};"
    )
    NodeRuntime(node, root / "resources" / "runtime", "", limit=1.5).run(code, "go", {}, {})
    pids = [int(pid) for pid in note.read_text().split()]
    patience = time.monotonic() + 5
    while not all(map(_gone, pids)):
        assert time.monotonic() < patience


@pytest.mark.skipif(os.name == "nt", reason="asks for the signal")
def test_node_ends_itself_when_nobody_is_left_to_end_it(node: str, root: Path):
    job = {
        "code": "exports.go = async () => { for (;;) {} };",
        "handler": "go",
        "event": {},
        "limit_ms": -4800,
    }
    harness = root / "resources" / "runtime" / "harness.js"
    ended = subprocess.run([node, str(harness)], input=json.dumps(job), text=True, timeout=20, check=False)
    assert ended.returncode == -signal.SIGKILL
