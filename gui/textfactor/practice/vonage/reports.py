"""`GET /v2/reports/records`: what became of a message, by its id. On the real service each record costs money.

Without ids a period is asked for; with ids only `product`, `account_id`, `direction`, `include_message` and
`show_concatenated` may stand beside them (Vonage Reports reference).
"""

import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Final

from textfactor.practice.core import Core
from textfactor.practice.faults import VONAGE
from textfactor.practice.shapes import JsonObject
from textfactor.practice.vonage.account import Account
from textfactor.practice.vonage.problems import problem
from textfactor.practice.vonage.records import Record, Records
from textfactor.practice.web.messages import Reply, Request, json_reply

PRICE: Final = Decimal("0.0004")
"""What a record costs, in euros (Vonage's pages of 2020 to 2022; today's price is not known)."""

IDS_MOST: Final = 20
RECORDS_MOST: Final = 1000
PRODUCTS: Final = (
    "SMS", "MESSAGES", "VOICE-CALL", "VERIFY-API", "NUMBER-INSIGHT", "CONVERSATIONS", "ASR", "IN-APP-VOICE",
    "WEBSOCKET-CALL",
)  # fmt: skip
_NOT_WITH_IDS: Final = ("date_start", "date_end", "status")
_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:?\d\d)")


@dataclass(slots=True)
class Reports:
    """Answers for what one account sent; call with credentials looked at."""

    core: Core
    account: Account
    records: Records

    def read(self, request: Request, params: Mapping[str, str]) -> Reply:
        """Answer the records that the query asks for, and charge for them."""
        del params
        query = request.query
        if refused := self._refusal(request, query):
            return refused
        ids = [one for one in query.get("id", "").split(",") if one]
        found = self._by_ids(ids) if ids else self._by_period(query)
        if found is None:
            return _wrong("date_start", "Invalid date; use ISO 8601")
        self.account.charge(PRICE * len(found))
        missing = [one for one in ids if one not in self.records.by_id]
        more = {"ids_not_found": ",".join(missing)} if missing else {}
        return json_reply(self._answer(request, found) | more)

    def _answer(self, request: Request, found: list[Record]) -> JsonObject:
        """Return the answer with these records."""
        now, key = self.core.clock(), self.account.api_key
        with_text = request.query.get("include_message", "").lower() == "true"
        return {
            "_links": {"self": {"href": f"https://api.nexmo.com{request.path}?{request.query_text}"}},
            "request_id": str(uuid.uuid4()),
            "request_status": "SUCCESS",
            "received_at": f"{datetime.fromtimestamp(now, tz=UTC):%Y-%m-%dT%H:%M:%S+0000}",
            "price": float(PRICE * len(found)),
            "currency": "EUR",
            "account_id": key,
            "items_count": len(found),
            "product": "SMS",
            "direction": request.query["direction"],
            "records": [record.report(key, now, with_text=with_text) for record in found],
        }

    def _refusal(self, request: Request, query: Mapping[str, str]) -> Reply | None:
        """Return what is wrong with the query."""
        if self.core.faults.holds("reports_refused", VONAGE, request.path):
            return _forbidden()
        for name in ("account_id", "product"):
            if not query.get(name):
                return _wrong(name, "Missing required parameter")
        if query["account_id"] != self.account.api_key:
            return _forbidden()
        if query["product"] not in PRODUCTS:
            reason = (
                f"Could not resolve product name. Please use one of the following values {list(PRODUCTS)}"
            )
            return _wrong("product", reason)
        if query.get("direction") not in ("outbound", "inbound"):
            return _wrong("direction", "Missing required parameter")
        return self._wrong_filter(query)

    def _wrong_filter(self, query: Mapping[str, str]) -> Reply | None:
        """Return the refusal of what cannot stand beside ids, of too many ids, and of neither ids nor a period."""
        if not query.get("id"):
            missing = next((name for name in _NOT_WITH_IDS[:2] if not query.get(name)), None)
            return _wrong(missing, "Missing required parameter") if missing else None
        used = [name for name in _NOT_WITH_IDS if query.get(name)]
        if used:
            detail = f"When using message_id, the following parameters are not supported: [{', '.join(used)}]"
            return problem(422, "/reports#invalid-filter", "Invalid filter", detail)
        too_many = len(query["id"].split(",")) > IDS_MOST
        return _wrong("id", f"At most {IDS_MOST} ids") if too_many else None

    def _by_ids(self, ids: list[str]) -> list[Record]:
        return [self.records.by_id[one] for one in dict.fromkeys(ids) if one in self.records.by_id]

    def _by_period(self, query: Mapping[str, str]) -> list[Record] | None:
        """Return the records of a period; None when it cannot be read."""
        begin, end = _time(query["date_start"]), _time(query["date_end"])
        if begin is None or end is None:
            return None
        if query["product"] != "SMS" or query["direction"] != "outbound":
            return []
        now, wanted = self.core.clock(), query.get("status", "")
        found = [record for record in self.records.by_id.values() if begin <= record.taken < end]
        return [record for record in found if wanted in ("", record.status(now))][:RECORDS_MOST]


def _time(text: str) -> float | None:
    """Return a time in seconds since 1970, or None when it is none."""
    if not _DATE.fullmatch(text.replace(" ", "+")):
        return None
    try:
        return datetime.fromisoformat(text.replace(" ", "+")).timestamp()
    except (ValueError, OverflowError):
        return None


def _forbidden() -> Reply:
    return problem(403, "#forbidden", "Forbidden", "User not authorized to query the requested data")


def _wrong(name: str, reason: str) -> Reply:
    wrong = [{"name": name, "reason": reason}]
    return problem(422, "/reports#invalid", "Unprocessable entity", reason, invalid_parameters=wrong)
