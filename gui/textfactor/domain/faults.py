"""What inputs there are and why one may be refused, as values without words."""

from dataclasses import dataclass
from enum import StrEnum


class Field(StrEnum):
    """What an input is for."""

    API_KEY = "api_key"
    API_SECRET = "api_secret"
    SENDER = "sender"
    NUMBER = "number"
    TEXT = "text"
    DOMAIN = "domain"
    CLIENT_ID = "client_id"
    CLIENT_SECRET = "client_secret"
    TOKEN = "token"
    PROFILE_NAME = "profile_name"
    PROXY = "proxy"
    CA_FILE = "ca_file"
    COUNTRIES = "countries"
    ENROLL_TEXT = "enroll_text"
    VERIFY_TEXT = "verify_text"
    CODE = "code"
    TENANT_NAME = "tenant_name"


class Fault(StrEnum):
    """Why an input is refused."""

    EMPTY = "empty"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    NOT_ASCII = "not_ascii"
    """Letters that look like Latin ones but are not, or signs that the value cannot have."""
    HAS_SPACES = "has_spaces"
    HAS_LETTERS = "has_letters"
    NOT_HEX = "not_hex"
    """An API key is 8 letters and digits, and this has other signs in it."""
    URL_NOT_DOMAIN = "url_not_domain"
    """The address of a page (the dashboard's, say) that does not name the tenant's domain."""
    NOT_A_DOMAIN = "not_a_domain"
    CUSTOM_DOMAIN = "custom_domain"
    """Not under auth0.com: the Management API wants the tenant's own domain."""
    NO_COUNTRY_CODE = "no_country_code"
    NOT_A_NUMBER = "not_a_number"
    TRUNK_ZERO = "trunk_zero"
    TWO_NUMBERS = "two_numbers"
    SENDER_TOO_LONG = "sender_too_long"
    SENDER_CHARACTERS = "sender_characters"
    CONTROL_CHARACTER = "control_character"
    """A text holds a sign that no phone shows, such as NUL."""
    NOT_TEXT = "not_text"
    """Bytes came that are no UTF-8, so that signs are lost."""
    NO_CODE_IN_TEXT = "no_code_in_text"
    BAD_TEMPLATE = "bad_template"
    TEMPLATE_TOO_MUCH = "template_too_much"
    """Rendering it takes too long or yields too much."""
    NOT_A_TOKEN = "not_a_token"
    LOOKS_LIKE_KEY = "looks_like_key"
    LOOKS_LIKE_SECRET = "looks_like_secret"
    WHOLE_LINE = "whole_line"
    """Several values were pasted, and which is meant cannot be told."""
    NOT_A_PROXY = "not_a_proxy"
    NO_SUCH_FILE = "no_such_file"
    NAME_TAKEN = "name_taken"
    """Another profile has this name."""
    OTHER_NAME = "other_name"
    """The typed name is not that of the tenant."""


@dataclass(frozen=True, slots=True)
class InputIssue:
    """A refused input; `detail` is a harmless word for the sentence (never the value of a secret)."""

    field: Field
    fault: Fault
    detail: str = ""
