"""One Vonage account: balance, numbers, prices, and sending one SMS with exactly one POST."""

from collections.abc import Callable
from typing import TypeVar

import msgspec
from vonage_account import Account, GetCountryPricingRequest
from vonage_http_client import HttpClient
from vonage_numbers import ListOwnedNumbersFilter, Numbers
from vonage_sms import SmsMessage

from textfactor.adapters.answers import Json
from textfactor.adapters.pacing import retry_read, wait
from textfactor.adapters.redaction import redact
from textfactor.adapters.vonage_client import VonageClient, unexpected_answer
from textfactor.adapters.vonage_reports import read_fates
from textfactor.domain.problems import Problem, ProblemError, ProblemKind
from textfactor.domain.profile import Endpoints
from textfactor.domain.sending import Balance, OutgoingSms, OwnedNumber, PartResult, SendOutcome, SendResult
from textfactor.domain.sent_tests import Fate
from textfactor.services.container import VonageKey

T = TypeVar("T")

_PAGE = 100
"""Numbers asked for at once, the most that Vonage gives."""
_REPORTS = 20
"""Ids in one question to Reports (facts/vonage 4)."""


class VonageSms:
    """Implements `SmsGateway`. Nothing is kept between calls.

    Args of the constructor: `pause` waits before a read is repeated; tests hand in one that does not wait.
    """

    def __init__(self, key: VonageKey, endpoints: Endpoints, pause: Callable[[float], None] = wait) -> None:
        self._key = key
        self._endpoints = endpoints
        self._pause = pause

    def balance(self) -> Balance:
        """Read the credit: GET /account/get-balance. A wrong pair of key and secret is refused with 401."""
        row = self._read(lambda http: Account(http).get_balance(), _Balance)
        return Balance(row.value, bool(row.auto_reload))

    def owned_numbers(self) -> tuple[OwnedNumber, ...]:
        """List the rented numbers, page by page: GET /account/numbers; `{}` when there are none."""
        found: list[OwnedNumber] = []
        for index in range(1, 101):
            wanted = ListOwnedNumbersFilter.model_validate({"size": _PAGE, "index": index})
            page = self._read(lambda http, w=wanted: Numbers(http).list_owned_numbers(w), _Numbers)
            rows = page.numbers or []
            found += [_owned(row) for row in rows]
            if len(rows) < _PAGE:
                break
        return tuple(found)

    def price(self, country: str) -> str | None:
        """Read the price of a part: GET /account/get-pricing/outbound/sms?country=, once a second at most."""
        wanted = GetCountryPricingRequest(country_code=country)
        try:
            row = self._read(lambda http: Account(http).get_country_pricing(wanted), _Pricing)
        except ProblemError as error:
            if error.problem.kind is ProblemKind.NOT_FOUND:
                return None
            raise
        prices = (row.default_price, *(one.price for one in row.networks or []))
        return next((str(price) for price in prices if price not in (None, "")), None)

    def fates(self, message_ids: tuple[str, ...]) -> tuple[Fate, ...]:
        """Read reports: GET /v2/reports/records on the API host. It is not read again when it fails: it costs."""
        query = {
            "account_id": self._key.api_key,
            "product": "SMS",
            "direction": "outbound",
            "id": ",".join(message_ids[:_REPORTS]),
        }
        with VonageClient(self._key, self._endpoints) as client:
            body = client.call(
                lambda http: http.get(http.api_host or "", "/v2/reports/records", query, "basic")  # pyright: ignore[reportUnknownMemberType, reportUnknownLambdaType]
            )
            return read_fates(body, message_ids[:_REPORTS], client.response)

    def send(self, message: OutgoingSms) -> SendResult:
        """Send with exactly one POST of /sms/json; never raises for what network and service do."""
        fields = _fields(message)
        try:
            with VonageClient(self._key, self._endpoints) as client:
                try:
                    body = client.call(
                        lambda http: http.post(http.rest_host or "", "/sms/json", fields, "basic", "form")  # pyright: ignore[reportUnknownMemberType, reportUnknownLambdaType]
                    )
                except ProblemError as error:
                    return _without_parts(error.problem, may_have_sent=client.may_have_sent)
                return _judge(body, (message.text, message.to), client)
        except ProblemError as error:  # no client could be made: the CA file cannot be read
            return SendResult(SendOutcome.NOT_SENT, problem=error.problem)

    def _read(self, sdk_call: Callable[[HttpClient], object], shape: type[T]) -> T:
        """Make a read, up to three times, each with a client of its own, and give the raw answer a shape."""

        def once() -> T:
            with VonageClient(self._key, self._endpoints) as client:
                body = client.call(sdk_call)
                try:
                    return msgspec.convert({} if body is None else body, shape, strict=False)
                except msgspec.ValidationError:
                    raise ProblemError(unexpected_answer(client.response)) from None

        return retry_read(once, self._pause)


def _fields(message: OutgoingSms) -> dict[str, object]:
    """Write the form's fields, checked by the SDK's model."""
    fields = {
        "to": message.to,
        "from_": message.sender,
        "text": message.text,
        "type": "unicode" if message.unicode else "text",
        "client_ref": message.client_ref or None,
    }
    return SmsMessage.model_validate(fields).model_dump(by_alias=True, exclude_none=True)


def _without_parts(problem: Problem, *, may_have_sent: bool) -> SendResult:
    """Say what became of a send that brought no usable answer.

    Refused: the service said so with a 4xx. Not sent: no byte left. Everything else is unknown, since Vonage
    may have taken the message before the line broke, before a proxy's error page, or before its own fault.
    """
    if not may_have_sent:
        return SendResult(SendOutcome.NOT_SENT, problem=problem)
    said_no = 400 <= (problem.status or 0) < 500 and problem.kind is not ProblemKind.NOT_THE_SERVICE
    return SendResult(SendOutcome.REFUSED if said_no else SendOutcome.UNKNOWN, problem=problem)


def _judge(body: Json, hidden: tuple[str, ...], client: VonageClient) -> SendResult:
    """Read the answer part by part; accepted is only what has status 0 in every part."""
    rows = body.get("messages") if isinstance(body, dict) else None
    found = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    parts = tuple(_part(row, hidden) for row in found)
    if not parts or not all(part.status for part in parts):
        return SendResult(SendOutcome.UNKNOWN, parts, problem=unexpected_answer(client.response))
    balances = [_text(row.get("remaining-balance")) for row in found]
    left = next((one for one in reversed(balances) if one), "")
    taken = all(part.status == "0" for part in parts)
    return SendResult(SendOutcome.ACCEPTED if taken else SendOutcome.REFUSED, parts, left)


def _part(row: dict[str, Json], hidden: tuple[str, ...]) -> PartResult:
    """Read one part."""
    return PartResult(
        status=_text(row.get("status")),
        error_text=redact(_text(row.get("error-text")), *hidden),
        message_id=_text(row.get("message-id")),
        price=_text(row.get("message-price")),
        network=_text(row.get("network")),
    )


def _text(value: Json) -> str:
    """Show a figure as it came; Vonage sends texts, some stand-ins numbers."""
    return "" if value is None or isinstance(value, dict | list) else str(value)


class _Balance(msgspec.Struct):
    value: float
    auto_reload: bool | None = msgspec.field(default=None, name="autoReload")


class _Number(msgspec.Struct):
    country: str | None = None
    msisdn: str | int | None = None
    features: list[str] | None = None


class _Numbers(msgspec.Struct):
    numbers: list[_Number] | None = None


class _Network(msgspec.Struct):
    price: str | float | None = None


class _Pricing(msgspec.Struct):
    default_price: str | float | None = msgspec.field(default=None, name="defaultPrice")
    networks: list[_Network] | None = None


def _owned(row: _Number) -> OwnedNumber:
    """Read a rented number; features come in capitals (SMS, VOICE, MMS)."""
    features = {one.upper() for one in row.features or []}
    return OwnedNumber(str(row.msisdn or ""), row.country or "", "SMS" in features)
