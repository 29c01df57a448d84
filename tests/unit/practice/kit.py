"""What the tests of the practice world share: a clock to turn, a sender in plain Python, a client."""

import threading
from collections.abc import Callable
from typing import Any

import requests

from textfactor.practice import ActionJob, ActionRun, PracticeWorld
from textfactor.practice.auth0.delivery import RETRY_WAITS

CUSTOM = {
    "name": "custom",
    "disabled": False,
    "configuration": {"delivery_methods": ["text"]},
    "credentials": {},
}
NUMBER = "447700900123"


class FakeClock:
    """Stands still until a test moves it."""

    def __init__(self) -> None:
        self.now = 1_795_000_000.25

    def __call__(self) -> float:
        return self.now

    def forward(self, seconds: float) -> None:
        self.now += seconds


def session(ca_file: str) -> requests.Session:
    made = requests.Session()
    made.trust_env = False
    made.verify = ca_file
    return made


class Waits(list[float]):
    """The waits the world asked for. Nobody waits for them, but for those before a retry: until `go` is set."""

    def __init__(self) -> None:
        super().__init__()
        self.go = threading.Event()

    def __call__(self, seconds: float) -> None:
        self.append(seconds)
        if seconds in RETRY_WAITS:
            self.go.wait(20)


class PythonSender:
    """Does in Python what the sender's code does in Node: one POST to the stand-in, then reads every part."""

    def __init__(self) -> None:
        self.jobs: list[ActionJob] = []
        self.instead: Callable[[ActionJob], ActionRun] | None = None

    def __call__(self, job: ActionJob) -> ActionRun:
        self.jobs.append(job)
        return self.instead(job) if self.instead else self.send(job)

    def send(self, job: ActionJob) -> ActionRun:
        event: Any = job.event
        secrets, note = event["secrets"], event.get("notification") or event["message_options"]
        fields = {
            "from": secrets.get("VONAGE_FROM") or secrets["VONAGE_FROM_NUMBER"],
            "to": "".join(char for char in note["recipient"] if char.isdigit()),
            "text": note["as_text"] if "as_text" in note else note["text"],
        }
        try:
            answer = self._post(
                job, fields, (secrets["VONAGE_API_KEY"], secrets.get("VONAGE_API_SECRET", ""))
            )
        except requests.ConnectionError as error:
            return ActionRun("retry", "Python", reason=f"vonage network {type(error).__name__}", seconds=0.01)
        try:
            parts = answer.json()["messages"]
        except (ValueError, KeyError):
            return ActionRun(
                "dropped", "Python", reason=f"vonage status=http{answer.status_code}", seconds=0.01
            )
        bad = [part for part in parts if part["status"] != "0"]
        if not bad:
            return ActionRun("ok", "Python", seconds=0.01)
        words = f"vonage status={bad[0]['status']} {bad[0]['error-text']}"
        outcome = "retry" if bad[0]["status"] in ("1", "5") else "dropped"
        return ActionRun(outcome, "Python", reason=words, seconds=0.01)

    def _post(self, job: ActionJob, fields: dict[str, str], key: tuple[str, str]) -> requests.Response:
        with session(job.ca_file) as http:
            url = f"https://127.0.0.1:{job.host_map['rest.nexmo.com']}/sms/json"
            return http.post(url, data=fields, auth=key, timeout=10)


class Client:
    """Talks to all three servers of a world; close it before the world stops, or never mind."""

    def __init__(self, world: PracticeWorld) -> None:
        self.world = world
        self.info = world.info()
        self.http = session(self.info["ca_file"])
        vonage = self.info["vonage"]
        self.basic = (vonage["api_key"], vonage["api_secret"])

    def vonage(self, method: str, path: str, **more) -> requests.Response:
        more.setdefault("auth", self.basic)
        return self.http.request(method, self.info["vonage"]["url"] + path, timeout=10, **more)

    def sms(self, **fields: str) -> dict:
        data = {"from": "Acme", "to": NUMBER, "text": "hello"} | {
            k.replace("_", "-"): v for k, v in fields.items()
        }
        if "sender" in data:
            data["from"] = data.pop("sender")
        return self.vonage("POST", "/sms/json", data=data).json()

    def api(self, method: str, path: str, json=None, **more) -> requests.Response:
        headers = {"authorization": f"Bearer {self.info['auth0']['token']}"} | more.pop("headers", {})
        url = f"{self.info['auth0']['url']}/api/v2{path}"
        return self.http.request(method, url, json=json, headers=headers, timeout=10, **more)

    def control(self, method: str, path: str, json=None) -> requests.Response:
        headers = {"authorization": f"Bearer {self.info['control_token']}"}
        return self.http.request(
            method, self.info["control_url"] + path, json=json, headers=headers, timeout=30
        )

    def fault(self, name: str, **more: str) -> None:
        assert self.control("POST", "/faults", {"name": name, **more}).status_code == 201

    def inbox(self) -> list[dict]:
        return self.control("GET", "/inbox").json()["messages"]

    def seen(self, path: str) -> list[dict]:
        return [row for row in self.control("GET", "/requests").json()["requests"] if row["path"] == path]

    def log_types(self) -> list[str]:
        return [row["type"] for row in self.api("GET", "/logs", params={"take": "100"}).json()]

    def log(self, kind: str) -> dict:
        rows = self.api("GET", "/logs", params={"q": f"type:{kind}"}).json()
        assert len(rows) == 1, rows
        return rows[0]

    def new_action(self, **more) -> requests.Response:
        vonage = self.info["vonage"]
        secrets = {
            "VONAGE_API_KEY": vonage["api_key"],
            "VONAGE_API_SECRET": vonage["api_secret"],
            "VONAGE_FROM": vonage["from"],
        }
        body = {
            "name": "Vonage SMS",
            "supported_triggers": [{"id": "custom-phone-provider", "version": "v1"}],
            "code": "exports.onExecuteCustomPhoneProvider = async () => {};",
            "runtime": "node22",
            "secrets": [{"name": name, "value": value} for name, value in secrets.items()],
        }
        return self.api("POST", "/actions/actions", body | more)

    def deployed_action(self, clock: FakeClock, **more) -> str:
        """Make an Action, wait for its build, deploy it."""
        action_id = self.new_action(**more).json()["id"]
        clock.forward(1)
        assert self.api("POST", f"/actions/actions/{action_id}/deploy").status_code == 200
        return action_id

    def bind(self, action_id: str) -> None:
        rows = [{"ref": {"type": "action_id", "value": action_id}, "display_name": "Vonage SMS"}]
        answer = self.api("PATCH", "/actions/triggers/custom-phone-provider/bindings", {"bindings": rows})
        assert answer.status_code == 200, answer.text

    def set_up(self, clock: FakeClock) -> str:
        """Do all that a tenant needs for codes by SMS; return the provider's id."""
        self.bind(self.deployed_action(clock))
        provider = self.api("POST", "/branding/phone/providers", CUSTOM)
        assert provider.status_code == 201, provider.text
        self.api("PUT", "/guardian/factors/sms", {"enabled": True})
        self.api("PUT", "/guardian/factors/phone/message-types", {"message_types": ["sms"]})
        self.api("PUT", "/guardian/policies", ["all-applications"])
        return provider.json()["id"]

    def login(self, user: str = "anna", phone: str = f"+{NUMBER}") -> dict:
        answer = self.control("POST", "/logins", {"user": user, "phone": phone})
        assert answer.status_code == 201, answer.text
        return answer.json()

    def enter(self, login_id: str, code: str) -> dict:
        return self.control("POST", f"/logins/{login_id}/code", {"code": code}).json()

    def close(self) -> None:
        self.http.close()
