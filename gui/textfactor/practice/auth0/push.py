"""The other factors' settings, as far as real clients read and write them: push providers and Duo.

No push is ever sent here. What is a secret (keys, certificates) is taken and not shown, but for SNS, where
the OpenAPI file shows it. Answers to the FCM calls are empty objects.
"""

from dataclasses import dataclass, field
from typing import Final

from textfactor.practice.auth0.call import Call, Route
from textfactor.practice.auth0.fields import Field, Fields, boolean, checked, nullable, one_of, text
from textfactor.practice.shapes import JsonObject
from textfactor.practice.web.messages import Reply, json_reply

_KEY: Final = Field(nullable(text(1, 1000)))
_FIELDS: Final[dict[str, Fields]] = {
    "apns": {
        "sandbox": Field(boolean),
        "bundle_id": _KEY,
        "p12": Field(nullable(text(1, 10_000))),
    },
    "fcm": {"server_key": Field(nullable(text(1, 152)))},
    "fcmv1": {"server_credentials": Field(nullable(text(1, 10_000)))},
    "sns": {
        "aws_access_key_id": _KEY,
        "aws_secret_access_key": _KEY,
        "aws_region": _KEY,
        "sns_apns_platform_application_arn": _KEY,
        "sns_gcm_platform_application_arn": _KEY,
    },
    "duo": {"ikey": Field(text(0, 10_000)), "skey": Field(text(1, 10_000)), "host": Field(text(0, 10_000))},
}
_HIDDEN: Final = frozenset({"p12", "server_key", "server_credentials"})
_PUSH: Final = "/guardian/factors/push-notification"


@dataclass(slots=True)
class OtherFactors:
    """What was set for push and Duo."""

    selected: str = "guardian"
    values: dict[str, JsonObject] = field(default_factory=dict[str, JsonObject])


@dataclass(slots=True)
class OtherFactorsApi:
    """Answers for push providers and Duo."""

    state: OtherFactors

    def routes(self) -> list[Route]:
        """Return the calls. FCM cannot be read, only written."""
        made = [
            Route("GET", f"{_PUSH}/selected-provider", "read:guardian_factors", self.selected),
            Route("PUT", f"{_PUSH}/selected-provider", "update:guardian_factors", self.select),
        ]
        for name in _FIELDS:
            path = "/guardian/factors/duo/settings" if name == "duo" else f"{_PUSH}/providers/{name}"
            if not name.startswith("fcm"):
                made.append(Route("GET", path, "read:guardian_factors", self.read))
            made.append(Route("PUT", path, "update:guardian_factors", self.replace))
            made.append(Route("PATCH", path, "update:guardian_factors", self.change))
        return made

    def selected(self, call: Call) -> Reply:
        """Answer which provider sends pushes."""
        del call
        return json_reply({"provider": self.state.selected})

    def select(self, call: Call) -> Reply:
        """Choose the provider that sends pushes."""
        choice = {"provider": Field(one_of("guardian", "sns", "direct"), required=True)}
        body = checked(call.body(), choice)
        self.state.selected = str(body["provider"])
        return json_reply(body)

    def read(self, call: Call) -> Reply:
        """Answer one provider's settings; `{}` while there are none."""
        return json_reply(_shown(self.state.values.get(_name(call), {})))

    def replace(self, call: Call) -> Reply:
        """Set one provider's settings."""
        return self._store(call, {})

    def change(self, call: Call) -> Reply:
        """Change some of one provider's settings."""
        return self._store(call, self.state.values.get(_name(call), {}))

    def _store(self, call: Call, old: JsonObject) -> Reply:
        name = _name(call)
        self.state.values[name] = {**old, **checked(call.body(), _FIELDS[name])}
        return json_reply(_shown(self.state.values[name]))


def _name(call: Call) -> str:
    path = call.request.path
    return "duo" if path.endswith("/duo/settings") else path.rpartition("/")[2]


def _shown(values: JsonObject) -> JsonObject:
    return {name: value for name, value in values.items() if name not in _HIDDEN}
