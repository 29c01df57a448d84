"""Every fault there is: its name, where it can hold, and what it does in plain words.

Which diagnosis a fault should lead to is no part of this: the tests know it (tests/support/fault_diagnoses.py).
"""

from dataclasses import dataclass
from typing import Final, Literal

VONAGE: Final = "vonage"
AUTH0: Final = "auth0"
_BOTH: Final = frozenset({VONAGE, AUTH0})
_VONAGE: Final = frozenset({VONAGE})
_AUTH0: Final = frozenset({AUTH0})

Group = Literal["network", "access", "account", "sending", "delivery", "tenant", "action", "message", "login"]
"""What a fault is about, so that a switchboard can put like to like."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault that can be switched on: where it can hold, what it is about and what it does."""

    name: str
    services: frozenset[str]
    meaning: str
    group: Group


def _rows(group: Group, services: frozenset[str], table: dict[str, str]) -> tuple[Fault, ...]:
    return tuple(Fault(name, services, meaning, group) for name, meaning in table.items())


_NETWORK: Final = {
    "slow": "Each answer takes one second more.",
    "no_answer": "The request is read, but no answer ever comes; it is not carried out.",
    "server_error": "HTTP 500; the request is not carried out.",
    "bad_gateway": "HTTP 502 with an HTML page; the request is not carried out.",
    "unavailable": "HTTP 503 with a Retry-After of 30 seconds; the request is not carried out.",
    "html_answer": "Something in between answers 200 with an HTML page; nothing is carried out.",
    "empty_answer": "Something in between answers 200 with nothing in it; nothing is carried out.",
    "truncated_json": "The request is carried out, half of the answer's body is missing.",
    "drop_before_read": "The connection is closed before the request is read; a path is ignored.",
    "drop_after_read": "The request is carried out, then the connection is closed without an answer.",
    "proxy_login": "A proxy wants a name and a password: HTTP 407 with an HTML page.",
    "captive_portal": "The network wants a sign-in first: HTTP 511 with an HTML page.",
    "tls_untrusted": "The certificate was issued by somebody whom nobody trusts; a path is ignored.",
    "tls_expired": "The certificate has expired; a path is ignored.",
    "tls_wrong_name": "The certificate is for another name, as a proxy's may be; a path is ignored.",
    "name_not_found": "The addresses handed out (the first line, GET /info) have names that do not exist.",
    "connection_refused": "The addresses handed out (the first line, GET /info) have a port where nobody listens.",
}

_VONAGE_ACCESS: Final = {
    "wrong_secret": "The secret was rotated: Vonage answers 200 with status 4, elsewhere HTTP 401.",
    "auth_401": "Vonage answers HTTP 401 instead of status 4 (with the right secret too).",
    "ip_refused": "The account has a list of allowed addresses, and this one is not on it: HTTP 403.",
    "signature_required": "The account takes signed messages only: status 14.",
    "http_not_enabled": "The account may not send over HTTP: status 11.",
}

_VONAGE_ACCOUNT: Final = {
    "account_suspended": "The account is suspended: status 8.",
    "no_credit": "The balance is zero: status 9.",
    "throttled": "Too many messages a second: status 1 with a wait hint in milliseconds.",
    "http_429": "Too many requests a second: HTTP 429.",
    "trial": "A trial account, and no number is on its list: status 29.",
    "trial_account": "A trial account: at most 2.00 euros, only the listed test numbers, a remark behind each text.",
    "trial_rejected_later": "A trial account that accepts a message and rejects it afterwards, at no cost.",
    "no_numbers": "The account owns no number, so nothing can be sent to the US and Canada.",
    "pricing_throttled": "Prices may be asked for once a second, and somebody just did: HTTP 429.",
    "reports_refused": "The account may not read reports: HTTP 403.",
}

_VONAGE_SENDING: Final = {
    "sender_refused": "The sender is not allowed for this country: status 15.",
    "unroutable": "There is no way to this number (a landline, or a country that is not served): status 6.",
    "number_barred": "The number is on a block list: status 7.",
    "burst_limit": "Fraud Defender's limit on bursts was reached: status 22.",
    "vonage_fault": "Something failed inside Vonage: status 5.",
    "second_part_failed": "Of a message in parts, the second is refused; the others are sent.",
}

_VONAGE_DELIVERY: Final = {
    "never_delivered": "Messages are accepted and paid for, but never arrive; there is no receipt either.",
    "carrier_filtered": "Messages are accepted, then a carrier's filter stops them: receipt failed, error 6.",
    "phone_off": "Messages are accepted, but the phone is off until they expire: receipt expired, error 2.",
    "number_gone": "Messages are accepted, but nobody has this number any more: receipt failed, error 3.",
    "arrives_late": "Messages arrive 40 seconds after they were accepted.",
    "sender_replaced": "The carrier puts a number of its own in the place of the sender.",
    "characters_lost": "The carrier shows a question mark for each character outside the GSM alphabet.",
}

_AUTH0_ACCESS: Final = {
    "wrong_client_secret": "The client's secret was rotated: no token, 401 access_denied.",
    "client_not_authorized": "The client has no grant for the Management API: no token, 403 access_denied.",
    "grant_not_allowed": "The client may not use client credentials: no token, 403 unauthorized_client.",
    "missing_scope": "The client lacks update:guardian_factors, or the scopes of the given path.",
    "token_expired": "Each token counts as expired: 401.",
    "plan_gate": "The plan does not include factors by phone: 403 Please upgrade your subscription.",
    "unified_gate": "The tenant was moved to the unified path: its old phone calls answer 403.",
    "auth0_429": "The Management API's rate limit is used up for the next 20 seconds: 429.",
}

_AUTH0_TENANT: Final = {
    "factor_off": "Somebody keeps switching the SMS factor off.",
    "nobody_asks": "No policy asks for a second factor.",
    "no_message_types": "Neither SMS nor voice is chosen as a way for the code.",
    "provider_missing": "There is no phone provider (unified path).",
    "provider_disabled": "The phone provider is disabled (unified path).",
    "twilio_selected": "Twilio is still the phone provider; the Action is not asked.",
    "voice_only": "The phone provider delivers voice only (unified path).",
}

_AUTH0_ACTION: Final = {
    "build_fails": "Builds of Actions end in failed.",
    "build_stuck": "Builds of Actions never come to an end.",
    "action_not_deployed": "The Action was saved but never deployed.",
    "draft_newer": "The new secret stands in the Action's draft; what is deployed has the old one.",
    "secret_missing": "The Action has no secret with the API secret any more.",
    "wrong_trigger": "The Action was made for the post-login trigger; it is not asked for messages.",
    "action_unbound": "The Action is deployed, but not bound to its trigger.",
    "action_throws": "The Action's code throws a TypeError.",
    "action_times_out": "The Action's code runs into the limit of 20 seconds.",
    "action_ignores_answer": "The Action does not look at the answer: with a Vonage fault besides, all looks well.",
    "action_drops": "The Action drops each message: the number's country is not on its list.",
    "retries_run": "An Action that asks for a retry is run again at once, up to five times.",
}

_AUTH0_MESSAGE: Final = {
    "template_without_code": "The text of the message has no code in it.",
    "legacy_variable": "The text still says {{ tenant.friendly_name }}, which is empty on the unified path.",
    "template_disabled": "The text of the message is disabled: an empty one is sent (unified path).",
}

_AUTH0_LOGIN: Final = {
    "user_limit": "The user was sent ten messages already: no more this hour.",
    "two_codes": "Each login sends two codes, as after a click on Resend; only the second one is good.",
    "code_expires": "Codes have expired when they are entered.",
    "sms_pumping": "The log shows a burst of logins to foreign premium numbers.",
}

CATALOGUE: Final = (
    *_rows("network", _BOTH, _NETWORK),
    *_rows("access", _VONAGE, _VONAGE_ACCESS),
    *_rows("account", _VONAGE, _VONAGE_ACCOUNT),
    *_rows("sending", _VONAGE, _VONAGE_SENDING),
    *_rows("delivery", _VONAGE, _VONAGE_DELIVERY),
    *_rows("access", _AUTH0, _AUTH0_ACCESS),
    *_rows("tenant", _AUTH0, _AUTH0_TENANT),
    *_rows("action", _AUTH0, _AUTH0_ACTION),
    *_rows("message", _AUTH0, _AUTH0_MESSAGE),
    *_rows("login", _AUTH0, _AUTH0_LOGIN),
)
"""Every fault, in the order of a switchboard."""
