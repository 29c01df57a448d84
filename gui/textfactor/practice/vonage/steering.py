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
| 0015 | status 15, the sender is not allowed |
| 0022 | status 22, refused by the network or a burst limit |
| 0023 | status 23, bad callback |
| 0029 | status 29, a trial account and a number that is not on its list |
| 0033 | status 33, the number is inactive |
| 0401 | HTTP 401 |
| 0408 | the message is sent, then the connection is closed without an answer |
| 0429 | HTTP 429 |
| 0500 | HTTP 500, nothing is sent |

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

THROTTLED: Final = Refusal("1", "Throughput Rate Exceeded - please wait [ 978 ] and retry")
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
        BAD_SIGNATURE,
        ILLEGAL_SENDER,
        Refusal("22", "Invalid Network Code"),
        Refusal("23", "Invalid Callback Url"),
        TRIAL,
        Refusal("33", "Number De-activated"),
    )
}


def ending(number: str) -> str:
    """Return the four digits that steer."""
    return number[-4:]


def steered_refusal(number: str) -> Refusal | None:
    """Return the refusal that the number asks for, if any."""
    return _REFUSALS.get(ending(number))
