"""Cleaning what people type and paste."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textfactor.domain import inputs
from textfactor.domain.inputs import Fault

JWT = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJhY21lIn0.c2lnbmF0dXJlc2ln"
ID = "a1B2" * 8
SECRET64 = "abCD1234" * 8

CASES = {
    inputs.clean_api_key: [
        ("abcd1234", "abcd1234"),
        ("  abcd1234\n", "abcd1234"),
        ('"abcd1234"', "abcd1234"),
        ("\u201cabcd1234\u201d", "abcd1234"),
        ("ａｂｃｄ１２３４", "abcd1234"),
        ("\u200babcd1234\ufeff", "abcd1234"),
        ("VONAGE_API_KEY=abcd1234", "abcd1234"),
        ("export VONAGE_API_KEY='abcd1234'", "abcd1234"),
        ('  "api-key": "abcd1234",', "abcd1234"),
        ("API key: abcd1234", "abcd1234"),
        ("VONAGE_API_KEY=abcd1234\nVONAGE_API_SECRET=xyz", "abcd1234"),
        ("NEXMO_API_KEY=abcd1234\nVONAGE_API_KEY=abcd1234", "abcd1234"),
        ("NEXMO_API_KEY=abcd1234\nVONAGE_API_KEY=other123", Fault.WHOLE_LINE),
        ("abcd1234\nsomething", Fault.WHOLE_LINE),
        ("", Fault.EMPTY),
        (" \u200b ", Fault.EMPTY),
        ('""', Fault.EMPTY),
        ('VONAGE_API_KEY=""', Fault.EMPTY),
        ("abcd123", Fault.TOO_SHORT),
        ("abcd1234efgh5678", Fault.LOOKS_LIKE_SECRET),
        ("VONAGE_API_SECRET=abcd1234", Fault.LOOKS_LIKE_SECRET),
        ("a" * 33, Fault.TOO_LONG),
        ("abcd 234", Fault.HAS_SPACES),
        ("аbcd1234", Fault.NOT_ASCII),
        ("abcd-234", Fault.NOT_HEX),
    ],
    inputs.clean_secret: [
        ("s3cretS3cret", "s3cretS3cret"),
        ("VONAGE_API_SECRET=s3cretS3cret", "s3cretS3cret"),
        ("monkey=business", "monkey=business"),
        ("VONAGE_API_KEY=abcd1234", Fault.LOOKS_LIKE_KEY),
        ("", Fault.EMPTY),
        ("abcde", Fault.TOO_SHORT),
        ("a" * 33, Fault.TOO_LONG),
        ("s3cret s3cret", Fault.HAS_SPACES),
        ("s3cretЅ3cret", Fault.NOT_ASCII),
    ],
    inputs.clean_client_id: [
        (ID, ID),
        (f"AUTH0_CLIENT_ID={ID}", ID),
        (f"Client ID: {ID}", ID),
        ("", Fault.EMPTY),
        ("short", Fault.TOO_SHORT),
        ("with space in it", Fault.HAS_SPACES),
        (SECRET64, Fault.LOOKS_LIKE_SECRET),
        (f"CLIENT_SECRET={SECRET64}", Fault.LOOKS_LIKE_SECRET),
    ],
    inputs.clean_client_secret: [
        (SECRET64, SECRET64),
        (f"AUTH0_CLIENT_SECRET={SECRET64}", SECRET64),
        (f"AUTH0_CLIENT_ID={ID}", Fault.LOOKS_LIKE_KEY),
        ("", Fault.EMPTY),
        ("tooshort", Fault.TOO_SHORT),
        ("a" * 513, Fault.TOO_LONG),
        ("ключ" * 8, Fault.NOT_ASCII),
    ],
    inputs.clean_token: [
        (JWT, JWT),
        (f"Bearer {JWT}", JWT),
        (f"Authorization: Bearer {JWT}", JWT),
        (f"AUTH0_TOKEN={JWT}", JWT),
        ("", Fault.EMPTY),
        ("opaque-token", Fault.NOT_A_TOKEN),
        (f"CLIENT_SECRET={SECRET64}", Fault.NOT_A_TOKEN),
        ("two words", Fault.HAS_SPACES),
    ],
    inputs.clean_digits: [
        ("+49 151 2345678", "491512345678"),
        ("0049 151 2345678", "491512345678"),
        ("+49 (0)151 2345678", "491512345678"),
        ("+１-808-555-5555", "18085555555"),
        ("(+44) 7700.900/123", "447700900123"),
        ("tel:+49-151-2345678", "491512345678"),
        ("PHONE=+49 151 2345678", "491512345678"),
        ("+39 06 1234567", "39061234567"),
        ("٤٩١٥١٢٣٤٥٦٧٨", "491512345678"),
        ("+49\u00a0151\u20112345678", "491512345678"),
        ("", Fault.EMPTY),
        ("()", Fault.NOT_A_NUMBER),
        ("0151 2345678", Fault.NO_COUNTRY_CODE),
        ("+490151 2345678", Fault.TRUNK_ZERO),
        ("+49 151 2345678, +43 664 123456", Fault.TWO_NUMBERS),
        ("+491512345678 +43664123456", Fault.TWO_NUMBERS),
        ("+491512345678 or +43664123456", Fault.TWO_NUMBERS),
        ("+49 151 2345678 ext 5", Fault.HAS_LETTERS),
        ("+49*151", Fault.NOT_A_NUMBER),
        ("49+151", Fault.NOT_A_NUMBER),
        ("+49 151", Fault.TOO_SHORT),
        ("+" + "1" * 16, Fault.TOO_LONG),
    ],
    inputs.clean_sender: [
        ("Acme", "Acme"),
        ("ACME2FA", "ACME2FA"),
        ("VONAGE_FROM_NUMBER=Acme", "Acme"),
        ("+44 7700 900123", "447700900123"),
        ("+44 (0)7700 900123", "447700900123"),
        ("0044 7700 900123", "447700900123"),
        ("87654", "87654"),
        ("", Fault.EMPTY),
        ("AcmeAcmeAcme", Fault.SENDER_TOO_LONG),
        ("1" * 16, Fault.SENDER_TOO_LONG),
        ("Acme Co", Fault.HAS_SPACES),
        ("Acme-Co", Fault.SENDER_CHARACTERS),
        ("Ácme", Fault.NOT_ASCII),
        ("07700 900123", Fault.NO_COUNTRY_CODE),
        ("00", Fault.NO_COUNTRY_CODE),
        ("12", Fault.TOO_SHORT),
        ("#123", Fault.SENDER_CHARACTERS),
        ("+447700900123, +447700900124", Fault.TWO_NUMBERS),
    ],
    inputs.clean_domain: [
        ("acme.eu.auth0.com", "acme.eu.auth0.com"),
        ("  ACME.eu.auth0.com.  ", "acme.eu.auth0.com"),
        ("https://acme.eu.auth0.com/", "acme.eu.auth0.com"),
        ("https://acme.eu.auth0.com/api/v2/?x=1#y", "acme.eu.auth0.com"),
        ("//acme.us.auth0.com", "acme.us.auth0.com"),
        ("AUTH0_DOMAIN=acme.auth0.com", "acme.auth0.com"),
        ("domain: acme.auth0.com", "acme.auth0.com"),
        ("acme.example", "acme.example"),
        ("127.0.0.1:8443", "127.0.0.1:8443"),
        ("localhost", "localhost"),
        ("", Fault.EMPTY),
        ("https://manage.auth0.com/dashboard/eu/acme/", Fault.URL_NOT_DOMAIN),
        ("auth0.com", Fault.URL_NOT_DOMAIN),
        ("login.acme.com", Fault.CUSTOM_DOMAIN),
        ("acme", Fault.NOT_A_DOMAIN),
        ("acme.auth0.com:443", Fault.NOT_A_DOMAIN),
        ("192.0.2.1", Fault.NOT_A_DOMAIN),
        ("me@acme.auth0.com", Fault.NOT_A_DOMAIN),
        ("-acme.auth0.com", Fault.NOT_A_DOMAIN),
        ("acme .auth0.com", Fault.HAS_SPACES),
        ("аcme.auth0.com", Fault.NOT_ASCII),
    ],
    inputs.clean_countries: [
        ("", ()),
        (" , ", ()),
        ("+49, +43", ("49", "43")),
        ("+49 +43", ("49", "43")),
        ("49 43", ("49", "43")),
        ("+1 787; 0044\n+49", ("1787", "44", "49")),
        ("+49 (0), +49", ("49",)),
        ("DE", Fault.HAS_LETTERS),
        ("0", Fault.NO_COUNTRY_CODE),
        ("+4*", Fault.NOT_A_NUMBER),
        ("+12345678", Fault.TOO_LONG),
    ],
    inputs.clean_proxy: [
        ("", ""),
        ("proxy.acme.example:3128", "http://proxy.acme.example:3128"),
        ("https://proxy.acme.example:3128/", "https://proxy.acme.example:3128"),
        ("HTTPS_PROXY=http://proxy:3128", "http://proxy:3128"),
        ("proxy", Fault.NOT_A_PROXY),
        ("socks5://proxy:1080", Fault.NOT_A_PROXY),
        ("http://proxy:99999", Fault.NOT_A_PROXY),
        ("http://me:secret@proxy:3128", Fault.NOT_A_PROXY),
        ("http://proxy:3128/path", Fault.NOT_A_PROXY),
        ("my proxy:3128", Fault.HAS_SPACES),
    ],
    inputs.clean_profile_name: [
        (" Acme staging ", "Acme staging"),
        ("", Fault.EMPTY),
        ("x" * 61, Fault.TOO_LONG),
    ],
    inputs.clean_text: [
        (" keeps its spaces ", " keeps its spaces "),
        ("مرحبا \u202e\n\tZoë 🎉", "مرحبا \u202e\n\tZoë 🎉"),
        (" \n", Fault.EMPTY),
        ("x" * 3201, Fault.TOO_LONG),
        ("a\0b", Fault.CONTROL_CHARACTER),
        ("a\x1b[2J", Fault.CONTROL_CHARACTER),
        ("Gr\ufffd\ufffde", Fault.NOT_TEXT),
        ("a\udcff", Fault.NOT_TEXT),
    ],
    inputs.clean_code: [
        ("123456", "123456"),
        ("123 456", "123456"),
        ("１２３-４５６", "123456"),
        ("", Fault.EMPTY),
        ("12a456", Fault.HAS_LETTERS),
        ("123", Fault.TOO_SHORT),
        ("12345678901", Fault.TOO_LONG),
    ],
}


@pytest.mark.parametrize(
    ("clean", "typed", "expected"),
    [(clean, typed, expected) for clean, cases in CASES.items() for typed, expected in cases],
)
def test_cleaning(clean, typed, expected):
    assert clean(typed) == expected


@given(typed=st.text(max_size=60) | st.from_regex(r"[A-Z_]{2,8}=[+0-9() ]{1,20}", fullmatch=True))
@pytest.mark.parametrize("clean", [*CASES])
def test_whatever_is_typed_comes_out_clean_or_as_a_fault(clean, typed):
    found = clean(typed)
    if isinstance(found, Fault) or clean is inputs.clean_text:
        return
    again = clean(", ".join(f"+{one}" for one in found)) if isinstance(found, tuple) else clean(found)
    assert again == found, "what is clean stays as it is"


def test_secret_and_key_may_not_be_the_same():
    assert inputs.clean_secret("abcd1234", "abcd1234") is Fault.LOOKS_LIKE_KEY
    assert inputs.clean_client_secret(ID, ID) is Fault.LOOKS_LIKE_KEY


def test_swapped_key_and_secret_are_noticed():
    assert inputs.swapped("s3cretS3cretS3cr", "abcd1234")
    assert not inputs.swapped("abcd1234", "s3cretS3cretS3cr")
    assert not inputs.swapped("s3cretS3cretS3cr", "s3cretS3cretS3cr")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("acme", "acme.eu.auth0.com"),
        (" Acme.EU.auth0.com. ", "acme.eu.auth0.com"),
        ("other", Fault.OTHER_NAME),
        ("", Fault.EMPTY),
    ],
)
def test_the_tenants_name_is_typed_before_production(typed, expected):
    assert inputs.clean_tenant_name(typed, "acme.eu.auth0.com") == expected


def test_a_ca_file_must_exist():
    assert inputs.clean_ca_file("", bool) == ""
    assert inputs.clean_ca_file('"/etc/ca.pem"', lambda path: path == "/etc/ca.pem") == "/etc/ca.pem"
    assert inputs.clean_ca_file("file:///etc/ca.pem", lambda path: path == "/etc/ca.pem") == "/etc/ca.pem"
    assert inputs.clean_ca_file("/nowhere", lambda _path: False) is Fault.NO_SUCH_FILE
