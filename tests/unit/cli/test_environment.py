"""Credentials from variables and from standard input."""

import io

import pytest
from tests.unit.cli.conftest import Console

from textfactor.cli.environment import BadLineError, read_lines, read_variables
from textfactor.domain.secret import Secret

NUMBER = "+49 151 23456789"


def test_our_spelling_goes_before_the_vendors():
    found = read_variables(
        {
            "VONAGE_API_KEY": "abcd1234", "TEXTFACTOR_VONAGE_API_KEY": "ef567890", "VONAGE_API_SECRET": "s3cretS3cret",
            "AUTH0_DOMAIN": "acme.eu.auth0.com", "TEXTFACTOR_PROXY": "proxy.acme.com:80", "TEXTFACTOR_CA_FILE": "/ca",
        }
    )  # fmt: skip
    assert (found.api_key, found.api_secret) == ("ef567890", Secret("s3cretS3cret"))
    assert (found.domain, found.proxy, found.ca_file) == (
        "acme.eu.auth0.com",
        "http://proxy.acme.com:80",
        "/ca",
    )
    assert (found.sender, found.client_secret, found.token) == ("", None, None)


def test_neighbours_names_are_known():
    found = read_variables(
        {
            "NEXMO_API_KEY": "abcd1234", "NEXMO_API_SECRET": "s3cretS3cret", "SMS_SENDER_ID": "Acme",
            "AUTH0_ACCESS_TOKEN": "eyJhbGciOiJub25lIn0.eyJhIjoxfQ.c2lnbmF0dXJl",
        }
    )  # fmt: skip
    assert (found.api_key, found.api_secret, found.sender) == ("abcd1234", Secret("s3cretS3cret"), "Acme")
    assert found.token


@pytest.mark.parametrize(
    ("environ", "key", "secret"),
    [
        ({"VONAGE_API_KEY": "abcd1234", "NEXMO_API_SECRET": "s3cretS3cret"}, "abcd1234", None),
        ({"VONAGE_API_SECRET": "s3cretS3cret", "NEXMO_API_KEY": "abcd1234"}, "", Secret("s3cretS3cret")),
        (
            {"NEXMO_KEY": "abcd1234", "NEXMO_SECRET": "s3cretS3cret", "VONAGE_API_KEY": " "},
            "abcd1234",
            Secret("s3cretS3cret"),
        ),
    ],
)
def test_key_and_secret_of_two_accounts_are_not_mixed(environ, key, secret):
    found = read_variables(environ)
    assert (found.api_key, found.api_secret) == (key, secret)


def test_lines_as_in_an_env_file():
    text = (
        "\ufeff# ours\n\nexport VONAGE_API_SECRET='s3cretS3cret'\nAUTH0_DOMAIN = acme.eu.auth0.com\r\n"
        'TEXTFACTOR_PROXY="p:1"\n'
    )
    assert read_lines(text) == {
        "TEXTFACTOR_VONAGE_API_SECRET": "s3cretS3cret",
        "TEXTFACTOR_AUTH0_DOMAIN": "acme.eu.auth0.com",
        "TEXTFACTOR_PROXY": "p:1",
    }
    assert read_lines("") == {}
    assert read_lines("VONAGE_API_SECRET='")["TEXTFACTOR_VONAGE_API_SECRET"] == "'"


@pytest.mark.parametrize("text", ["s3cretS3cret", "\nPATH=/bin", "# x\n=x", "VONAGE_API_SECRET"])
def test_a_line_that_is_not_ours_is_named_by_its_number(text):
    with pytest.raises(BadLineError) as caught:
        read_lines(text)
    assert caught.value.number == len(text.splitlines())
    assert "s3cret" not in repr(caught.value)


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def test_a_command_takes_its_secrets_from_stdin(console: Console, monkeypatch):
    monkeypatch.setenv("VONAGE_API_SECRET", "another1Secret")
    typed(monkeypatch, "VONAGE_API_KEY=abcd1234\nVONAGE_API_SECRET=s3cretS3cret\nVONAGE_FROM_NUMBER=Acme\n")
    ended = console("send", "--to", NUMBER, "--profile", "ci", "--secrets-stdin", "--json")
    assert (ended.code, ended.json["outcome"]) == (0, "accepted")
    assert "s3cretS3cret" not in ended.out + ended.err


def test_bad_lines_are_told_without_their_text(console: Console, monkeypatch):
    typed(monkeypatch, "canary7Secret\n")
    ended = console("send", "--to", NUMBER, "--profile", "ci", "--secrets-stdin", "--json")
    assert (ended.code, ended.json["error"]["kind"]) == (2, "bad_line")
    assert "Line 1" in ended.err
    assert "canary7Secret" not in ended.out + ended.err


def test_stdin_is_text_or_secrets(console: Console):
    ended = console("send", "--to", NUMBER, "--text", "-", "--profile", "ci", "--secrets-stdin", "--json")
    assert (ended.code, ended.json["error"]["kind"]) == (2, "usage")


def test_setup_takes_them_too(console: Console, monkeypatch):
    typed(monkeypatch, "VONAGE_API_KEY=abcd1234\nVONAGE_API_SECRET=s3cretS3cret\n")
    ended = console("setup", "--profile", "ci", "--plan-only", "--secrets-stdin", "--json")
    assert ended.code == 2
    assert "VONAGE_FROM_NUMBER" in ended.err
    assert "VONAGE_API_SECRET" not in ended.err.replace("VONAGE_API_SECRET=…", "")
