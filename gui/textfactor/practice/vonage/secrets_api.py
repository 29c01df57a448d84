"""`/accounts/{key}/secrets`: how a secret is exchanged without a gap. Two at most, one at least."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from textfactor.practice.clock import Clock
from textfactor.practice.shapes import JsonObject, object_of, parse_json, text_of
from textfactor.practice.vonage.account import SECRETS_MOST, Account, StoredSecret
from textfactor.practice.vonage.problems import invalid_json, problem
from textfactor.practice.web.messages import Reply, Request, json_reply, no_content

_RULES: Final = (
    re.compile(r".{8,25}", re.DOTALL),
    re.compile(r"[a-z]"),
    re.compile(r"[A-Z]"),
    re.compile(r"[0-9]"),
)
_VALIDATION: Final = "/account/secret-management#validation"


@dataclass(slots=True)
class SecretsApi:
    """Answers for the secrets of one account; call with credentials looked at."""

    clock: Clock
    account: Account

    def listing(self, request: Request, params: Mapping[str, str]) -> Reply:
        """Answer the secrets, without their values."""
        del request
        if refused := self._wrong_key(params):
            return refused
        rows = [self._row(secret) for secret in self.account.secrets]
        links = {"self": {"href": f"/accounts/{self.account.api_key}/secrets"}}
        return json_reply({"_links": links, "_embedded": {"secrets": rows}})

    def read(self, request: Request, params: Mapping[str, str]) -> Reply:
        """Answer one secret, without its value."""
        del request
        if refused := self._wrong_key(params):
            return refused
        found = self._find(params["id"])
        return json_reply(self._row(found)) if found else self._unknown(params["id"])

    def create(self, request: Request, params: Mapping[str, str]) -> Reply:
        """Add a secret: 201. 400 for a third one, and for one that is too plain."""
        if refused := self._wrong_key(params):
            return refused
        try:
            body = object_of(parse_json(request.body))
        except ValueError:
            body = None
        if body is None:
            return invalid_json()
        value = text_of(body.get("secret"))
        if not all(rule.search(value) for rule in _RULES[1:]) or not _RULES[0].fullmatch(value):
            return _refused("secret", "Does not meet complexity requirements")
        if len(self.account.secrets) >= SECRETS_MOST:
            return _refused("secret", "This account has reached maximum number of secrets")
        secret = StoredSecret(value, self.clock())
        self.account.secrets.append(secret)
        return json_reply(self._row(secret), 201)

    def revoke(self, request: Request, params: Mapping[str, str]) -> Reply:
        """Take a secret away: 204; it fails from now on. 403 for the last one."""
        del request
        if refused := self._wrong_key(params):
            return refused
        found = self._find(params["id"])
        if found is None:
            return self._unknown(params["id"])
        if len(self.account.secrets) == 1:
            detail = "The account must always have at least 1 secret active at any time"
            where = "/account/secret-management#delete-last-secret"
            return problem(
                403, where, "Secret Deletion Forbidden", f"Can not delete the last secret. {detail}"
            )
        self.account.secrets.remove(found)
        return no_content()

    def _wrong_key(self, params: Mapping[str, str]) -> Reply | None:
        """Return the 404 for the key of somebody else, or None."""
        key = params["key"]
        if key == self.account.api_key:
            return None
        return problem(
            404, "#invalid-api-key", "Invalid API Key", f"API key '{key}' does not exist, or is not yours"
        )

    def _find(self, secret_id: str) -> StoredSecret | None:
        return next((secret for secret in self.account.secrets if secret.id == secret_id), None)

    def _unknown(self, secret_id: str) -> Reply:
        return problem(404, "#invalid-id", "Invalid ID", f"ID '{secret_id}' could not be found")

    def _row(self, secret: StoredSecret) -> JsonObject:
        href = f"/accounts/{self.account.api_key}/secrets/{secret.id}"
        created = datetime.fromtimestamp(secret.created, tz=UTC)
        return {
            "_links": {"self": {"href": href}},
            "id": secret.id,
            "created_at": f"{created:%Y-%m-%dT%H:%M:%SZ}",
        }


def _refused(name: str, reason: str) -> Reply:
    detail = "The request failed due to secret validation errors"
    wrong = [{"name": name, "reason": reason}]
    return problem(400, _VALIDATION, "Bad Request", detail, invalid_parameters=wrong)
