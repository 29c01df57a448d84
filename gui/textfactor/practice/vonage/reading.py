"""What can be read of the account: balance, numbers, prices, settings, applications."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from textfactor.practice.core import Core
from textfactor.practice.faults import VONAGE
from textfactor.practice.shapes import JsonObject
from textfactor.practice.vonage.access import body_fields, presented
from textfactor.practice.vonage.account import Account, OwnedNumber
from textfactor.practice.vonage.dispatch import Dispatch
from textfactor.practice.vonage.prices import Country, country_by_code
from textfactor.practice.vonage.throttle import PER_SECOND, OnceASecond
from textfactor.practice.web.messages import Reply, Request, json_reply

_FAILED: Final = {"error-code": "420", "error-code-label": "method failed"}
_CALLBACKS: Final = {"moCallBackUrl": "mo", "drCallBackUrl": "dr"}


@dataclass(slots=True)
class Reading:
    """The account API of one account; each call wants credentials and answers 401 without."""

    core: Core
    account: Account
    dispatch: Dispatch
    pricing: OnceASecond = field(default_factory=OnceASecond)

    def allowed(self, request: Request) -> bool:
        """Tell whether key and secret fit, and no fault says otherwise."""
        holds = self.core.faults.holds
        if holds("auth_401", VONAGE, request.path) or holds("wrong_secret", VONAGE, request.path):
            return False
        fields = {**request.query, **(body_fields(request) or {})}
        return presented(request, fields).fits(self.account)

    def balance(self, request: Request, params: Mapping[str, str]) -> Reply:
        """Answer `GET /account/get-balance`."""
        del params
        value = self.dispatch.account_now(request.path).balance
        return json_reply({"value": round(float(value), 6), "autoReload": False})

    def numbers(self, request: Request, params: Mapping[str, str]) -> Reply:
        """Answer `GET /account/numbers`: `{}` when there is none, as Vonage does."""
        del params
        query = request.query
        size, index = _number(query.get("size", "10")), _number(query.get("index", "1"))
        if not 1 <= size <= 100 or index < 1 or query.get("search_pattern", "0") not in ("0", "1", "2"):
            return json_reply(_FAILED, 420)
        owned = self.dispatch.account_now(request.path).numbers
        found = [number for number in owned if _wanted(number, query)]
        page = found[(index - 1) * size : index * size]
        if not page:
            return json_reply({})
        return json_reply({"count": len(found), "numbers": [number.as_json() for number in page]})

    def prices(self, request: Request, params: Mapping[str, str]) -> Reply:
        """Answer `GET /account/get-pricing/outbound/sms?country=`; once a second, then 429."""
        throttled = self.core.faults.holds("pricing_throttled", VONAGE, request.path)
        if throttled or not self.pricing.passes(self.core.clock()):
            return json_reply({"error-code": "429", "error-code-label": "Too many requests"}, 429)
        code = request.query.get("country", "")
        if not code:
            problem = {"parameter": "country", "message": "Is required"}
            body = {"type": "BAD_REQUEST", "error_title": "Bad Request", "invalid_parameters": problem}
            return json_reply(body, 400)
        country = country_by_code(code) if params["type"] in ("sms", "sms-transit", "voice") else None
        return json_reply(_price_list(country)) if country else json_reply({}, 404)

    def settings(self, request: Request, params: Mapping[str, str]) -> Reply:
        """Answer `POST /account/settings`: sets the web addresses that were sent, even to nothing."""
        del params
        fields = {**request.query, **(body_fields(request) or {})}
        for name, kind in _CALLBACKS.items():
            if name in fields:
                self.account.callbacks[kind] = fields[name][:500]
        return json_reply({
            "mo-callback-url": self.account.callbacks["mo"],
            "dr-callback-url": self.account.callbacks["dr"],
            "max-outbound-request": PER_SECOND,
            "max-inbound-request": PER_SECOND,
            "max-calls-per-second": PER_SECOND,
        })  # fmt: skip

    def applications(self, request: Request, params: Mapping[str, str]) -> Reply:
        """Answer `GET /v2/applications`: this account has none; clients ask to see whether they may."""
        del params
        size = _number(request.query.get("page_size", "10"))
        if not 1 <= size <= 100:
            return json_reply(_FAILED, 420)
        return json_reply({
            "page_size": size,
            "page": 1,
            "total_items": 0,
            "total_pages": 0,
            "_embedded": {"applications": []},
            "_links": {"self": {"href": f"/v2/applications?page_size={size}"}},
        })  # fmt: skip


def pricing_unauthorized() -> Reply:
    """Return the 401 of the pricing calls; it names a currency (Vonage pricing OpenAPI 0.0.3)."""
    return json_reply({"code": "401", "currency": "EUR", "error-code-label": "authentication failed"}, 401)


def _wanted(number: OwnedNumber, query: Mapping[str, str]) -> bool:
    """Tell whether the number passes the query's filters."""
    if query.get("country", number.country).upper() != number.country:
        return False
    if query.get("has_application", "false").lower() == "true" or query.get("application_id"):
        return False
    wanted = {feature for feature in query.get("features", "").upper().split(",") if feature}
    if not wanted <= set(number.features):
        return False
    pattern, strategy = query.get("pattern", ""), query.get("search_pattern", "0")
    if strategy == "1":
        return pattern in number.msisdn
    return number.msisdn.endswith(pattern) if strategy == "2" else number.msisdn.startswith(pattern)


def _number(text: str) -> int:
    """Return a whole number, or -1 when the text is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else -1


def _price_list(country: Country) -> JsonObject:
    """Return a country's prices (Vonage pricing OpenAPI 0.0.3): figures as text with eight decimals."""
    price = f"{country.price:.8f}"
    network = {
        "type": "mobile",
        "price": price,
        "currency": "EUR",
        "mcc": country.network[:3],
        "mnc": country.network[3:],
        "networkCode": country.network,
        "networkName": country.network_name,
    }
    return {
        "countryCode": country.code,
        "countryName": country.name,
        "countryDisplayName": country.name,
        "currency": "EUR",
        "defaultPrice": price,
        "dialingPrefix": country.prefix,
        "networks": [network],
    }
