"""What can be read of the account: balance, numbers, prices, settings."""

from dataclasses import dataclass
from decimal import Decimal

from textfactor.practice.core import Core
from textfactor.practice.faults import VONAGE
from textfactor.practice.vonage.access import body_fields, presented, unauthorized
from textfactor.practice.vonage.account import Account, OwnedNumber
from textfactor.practice.vonage.prices import Country, country_by_code
from textfactor.practice.web.messages import Reply, Request, json_reply


@dataclass(slots=True)
class Reading:
    """The account API of one account; each call wants credentials and answers 401 without."""

    core: Core
    account: Account

    def allowed(self, request: Request) -> bool:
        """Tell whether key and secret fit, and no fault says otherwise."""
        holds = self.core.faults.holds
        if holds("auth_401", VONAGE, request.path) or holds("wrong_secret", VONAGE, request.path):
            return False
        fields = {**request.query, **(body_fields(request) or {})}
        return presented(request, fields).fits(self.account)

    def balance(self, request: Request) -> Reply:
        """Answer `GET /account/get-balance`."""
        if not self.allowed(request):
            return unauthorized()
        empty = self.core.faults.holds("no_credit", VONAGE, request.path)
        value = Decimal(0) if empty else self.account.balance
        return json_reply({"value": round(float(value), 6), "autoReload": False})

    def numbers(self, request: Request) -> Reply:
        """Answer `GET /account/numbers`: `{}` when there is none, as Vonage does."""
        if not self.allowed(request):
            return unauthorized()
        query = request.query
        size, index = _number(query.get("size", "10")), _number(query.get("index", "1"))
        if not 1 <= size <= 100 or index < 1:
            return json_reply({"error-code": "420", "error-code-label": "method failed"}, 420)
        found = [number for number in self.account.numbers if _wanted(number, query)]
        page = found[(index - 1) * size : index * size]
        if not page:
            return json_reply({})
        return json_reply({"count": len(found), "numbers": [number.as_json() for number in page]})

    def prices(self, request: Request) -> Reply:
        """Answer `GET /account/get-pricing/outbound/sms?country=`."""
        if not self.allowed(request):
            return unauthorized()
        code = request.query.get("country", "")
        if not code:
            problem = {"parameter": "country", "message": "Is required"}
            body = {"type": "BAD_REQUEST", "error_title": "Bad Request", "invalid_parameters": problem}
            return json_reply(body, 400)
        country = country_by_code(code)
        return json_reply(_price_list(country)) if country else json_reply({}, 404)

    def settings(self, request: Request) -> Reply:
        """Answer `POST /account/settings`: says what is set, whatever was sent, and changes nothing."""
        if not self.allowed(request):
            return unauthorized()
        return json_reply({
            "mo-callback-url": "",
            "dr-callback-url": "",
            "max-outbound-request": 30,
            "max-inbound-request": 30,
            "max-calls-per-second": 30,
        })  # fmt: skip


def _wanted(number: OwnedNumber, query: dict[str, str]) -> bool:
    """Tell whether the number passes the query's filters."""
    if query.get("country", number.country).upper() != number.country:
        return False
    if query.get("has_application", "false").lower() == "true":
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


def _price_list(country: Country) -> dict[str, object]:
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
