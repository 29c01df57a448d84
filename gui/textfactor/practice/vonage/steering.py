"""Numbers that steer the outcome: whoever types one sees that error, with no fault to switch on.

The last four digits of the destination decide; for most of them they are the SMS status itself:

| ends in | what happens |
| --- | --- |
| 0000 | accepted, but never delivered |
| 0001 | status 1, throttled, with a wait hint in milliseconds |
| 0002 | of several parts the second is refused (status 9), the others are sent |
| 0003 | status 3, a bad field |
| 0004 | status 4, bad credentials |
| 0005 | status 5, a fault at Vonage |
| 0006 | status 6, unroutable |
| 0007 | status 7, the number is barred |
| 0008 | status 8, the account is suspended |
| 0009 | status 9, no credit |
| 0010 | status 10, too many connections |
| 0011 | status 11, HTTP is not enabled for the account |
| 0012 | status 12, too long |
| 0014 | status 14, bad signature |
| 0013 | status 13, the link failed (older accounts) |
| 0015 | status 15, the sender is not allowed |
| 0016 to 0020 | status 16 to 20 (older accounts) |
| 0022 | status 22, refused by the network or a burst limit |
| 0023 | status 23, bad callback |
| 0029 | status 29, a trial account and a number that is not on its list |
| 0032 | status 32, signature and secret together |
| 0033 | status 33, the number is inactive |
| 0034 | status 34, a missing or malformed number (older accounts) |
| 0101 to 0103 | status 101 to 103, of short-code programmes (older accounts) |
| 0401 | HTTP 401 |
| 0408 | the message is sent, then the connection is closed without an answer |
| 0429 | HTTP 429 |
| 0500 | HTTP 500, nothing is sent |
| 0901 to 0915, 0950 to 0954, 0999 | accepted; the receipt then has that error (1 to 15, 50 to 54, 99) |

Numbers that end in anything else are ordinary ones.
"""

from typing import Final

from textfactor.practice.vonage.sms import Refusal

NEVER_DELIVERED: Final = "0000"
SECOND_PART: Final = "0002"
HTTP_401: Final = "0401"
HANG_UP: Final = "0408"
HTTP_429: Final = "0429"
HTTP_500: Final = "0500"


def throttled(milliseconds: int) -> Refusal:
    """Return the refusal of one message too many, with its wait hint."""
    return Refusal("1", f"Throughput Rate Exceeded - please wait [ {milliseconds} ] and retry")


THROTTLED: Final = throttled(978)
BAD_CREDENTIALS: Final = Refusal("4", "Bad Credentials")
NO_CREDIT: Final = Refusal("9", "Quota Exceeded - rejected")
BAD_SIGNATURE: Final = Refusal("14", "Invalid Signature")
ILLEGAL_SENDER: Final = Refusal("15", "Illegal Sender Address - rejected")
TRIAL: Final = Refusal("29", "Non White-listed Destination - rejected")
BOTH_METHODS: Final = Refusal("32", "Signature And API Secret Disallowed")

_REFUSALS: Final = {
    f"{int(refusal.status):04d}": refusal
    for refusal in (
        THROTTLED,
        Refusal("3", "Invalid value for param: to"),
        BAD_CREDENTIALS,
        Refusal("5", "Internal Error"),
        Refusal("6", "Unroutable message - rejected"),
        Refusal("7", "Number barred"),
        Refusal("8", "Partner account barred"),
        NO_CREDIT,
        Refusal("10", "Too Many Existing Binds"),
        Refusal("11", "Account Not HTTP Enabled"),
        Refusal("12", "Message too long"),
        Refusal("13", "Communication Failed"),
        BAD_SIGNATURE,
        ILLEGAL_SENDER,
        Refusal("16", "Invalid TTL"),
        Refusal("17", "Number Unreachable"),
        Refusal("18", "Too Many Destinations"),
        Refusal("19", "Facility Not Allowed"),
        Refusal("20", "Invalid Message Class"),
        Refusal("22", "Invalid Network Code"),
        Refusal("23", "Invalid Callback Url"),
        TRIAL,
        BOTH_METHODS,
        Refusal("33", "Number De-activated"),
        Refusal("34", "Invalid Or Missing Msisdn Param"),
        Refusal("101", "Invalid Account Campaign"),
        Refusal("102", "Invalid Short Code"),
        Refusal("103", "Invalid Msisdn"),
    )
}


RECEIPT_ERRORS: Final = {f"09{error:02d}": str(error) for error in (*range(1, 16), *range(50, 55), 99)}
"""By ending, the error that the receipt of an accepted message has."""


def ending(number: str) -> str:
    """Return the four digits that steer."""
    return number[-4:]


def steered_refusal(number: str) -> Refusal | None:
    """Return the refusal that the number asks for, if any."""
    return _REFUSALS.get(ending(number))


def refusal(end: str) -> Refusal:
    """Return the refusal of that ending. Raises KeyError when there is none."""
    return _REFUSALS[end]
