"""Applications and what they may do: `/clients` as far as tools look at it, and `/client-grants`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from textfactor.practice.auth0.call import Call, Route
from textfactor.practice.auth0.errors import not_found
from textfactor.practice.auth0.paging import checkpointed, listed
from textfactor.practice.auth0.scopes import GRANTED
from textfactor.practice.identity import Identity
from textfactor.practice.shapes import JsonObject
from textfactor.practice.web.messages import Reply, json_reply

APPLICATION: Final = "practiceWebApplication000000000a0"
"""The client id of the application that practice users log in to."""

_GRANT: Final = "cgr_practice00000001"


@dataclass(slots=True)
class ClientsApi:
    """Answers for the two applications of a tenant: the one users log in to, and the assistant itself."""

    identity: Identity
    tenant: str
    scopes: tuple[str, ...] = GRANTED

    def routes(self) -> list[Route]:
        """Return the calls."""
        return [
            Route("GET", "/clients", "read:clients", self.listing),
            Route("GET", "/clients/{id}", "read:clients", self.read),
            Route("GET", "/client-grants", "read:client_grants", self.grants),
            Route("GET", "/client-grants/{id}", "read:client_grants", self.grant),
        ]

    def listing(self, call: Call) -> Reply:
        """Answer the applications; `is_global=true` asks for the tenant's own one, which is not shown here."""
        rows = [] if call.flag("is_global") else self._rows()
        return json_reply(_form(call, "clients", rows))

    def read(self, call: Call) -> Reply:
        """Answer one application."""
        for row in self._rows():
            if row["client_id"] == call.params["id"]:
                return json_reply(row)
        raise not_found("The client does not exist", "inexistent_client")

    def grants(self, call: Call) -> Reply:
        """Answer what applications may do, filtered by application and audience."""
        query, row = call.request.query, self._grant()
        fits = all(query.get(name) in (None, row[name]) for name in ("client_id", "audience"))
        return json_reply(_form(call, "client_grants", [row] if fits else []))

    def grant(self, call: Call) -> Reply:
        """Answer one grant."""
        if call.params["id"] != _GRANT:
            raise not_found("The grant does not exist.", "inexistent_grant")
        return json_reply(self._grant())

    def _grant(self) -> JsonObject:
        return {
            "id": _GRANT,
            "client_id": self.identity.client_id,
            "audience": f"https://{self.identity.domain}/api/v2/",
            "scope": list(self.scopes),
            "subject_type": "client",
        }

    def _rows(self) -> list[JsonObject]:
        """Return both applications, without their secrets."""
        web = ("Practice application", APPLICATION, "regular_web", ["authorization_code", "refresh_token"])
        machine = ("Textfactor", self.identity.client_id, "non_interactive", ["client_credentials"])
        return [
            {
                "tenant": self.tenant,
                "global": False,
                "name": name,
                "client_id": client_id,
                "app_type": kind,
                "grant_types": grants,
                "is_first_party": True,
                "oidc_conformant": True,
            }
            for name, client_id, kind, grants in (web, machine)
        ]


def _form(call: Call, key: str, rows: list[JsonObject]) -> object:
    """Return a list in the form that the call asks for."""
    query: Mapping[str, str] = call.request.query
    if "take" in query or "from" in query:
        return checkpointed(call, key, rows)
    return listed(call, key, rows)
