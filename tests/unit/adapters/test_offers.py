"""What lies about on this machine is offered, and nothing is taken by itself."""

import json

import pytest

from textfactor.adapters.offers import FoundOffers, tenant_from
from textfactor.domain.problems import ProblemError, ProblemKind
from textfactor.domain.profile import CredentialOffer
from textfactor.domain.secret import Secret
from textfactor.services.container import TenantKey


@pytest.fixture
def folders(tmp_path):
    here, home = tmp_path / "here", tmp_path / "home"
    here.mkdir()
    (home / ".vonage").mkdir(parents=True)
    return here, home


def test_everything_is_found_best_first(folders):
    here, home = folders
    (here / ".vonagerc").write_text(json.dumps({"apiKey": "rc", "apiSecret": "rc-secret"}))
    (home / ".vonage" / "config.json").write_text(json.dumps({"api-key": "cli", "api-secret": "cli-secret"}))
    found = FoundOffers(here, home, {
        "VONAGE_API_KEY": " env ", "VONAGE_API_SECRET": "env-secret", "VONAGE_FROM_NUMBER": "ACME",
        "NEXMO_API_KEY": "old", "NEXMO_API_SECRET": "old-secret",
    })  # fmt: skip
    assert found.offers() == (
        CredentialOffer("VONAGE_API_KEY", "env", "ACME"),
        CredentialOffer("NEXMO_API_KEY", "old", "ACME"),
        CredentialOffer(".vonagerc", "rc", "", in_file=True),
        CredentialOffer("~/.vonage/config.json", "cli", "", in_file=True),
    )
    secrets = [found.secret(offer).reveal() for offer in found.offers()]
    assert secrets == ["env-secret", "old-secret", "rc-secret", "cli-secret"]
    assert "secret" not in repr(found.offers())


def test_the_same_account_is_offered_once(folders):
    here, home = folders
    (here / ".vonagerc").write_text(json.dumps({"api-key": "k", "api-secret": "s"}))
    found = FoundOffers(here, home, {"VONAGE_API_KEY": "k", "VONAGE_API_SECRET": "s"})
    assert [offer.source for offer in found.offers()] == ["VONAGE_API_KEY"]


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", '"x"', '{"api-key": "k"}', '{"api-key": 5, "api-secret": ["s"]}',
     '{"api-key": " ", "api-secret": "s"}',
     "x" * 70_000],
)  # fmt: skip
def test_files_of_another_kind_are_left_out(folders, content):
    here, home = folders
    (here / ".vonagerc").write_text(content)
    assert FoundOffers(here, home, {}).offers() == ()


def test_a_folder_of_that_name_is_left_out(folders):
    here, home = folders
    (here / ".vonagerc").mkdir()
    assert FoundOffers(here, home, {"VONAGE_API_KEY": "k"}).offers() == ()


def test_an_offer_that_is_gone(folders):
    found = FoundOffers(folders[0], folders[1], {})
    with pytest.raises(ProblemError) as caught:
        found.secret(CredentialOffer("VONAGE_API_KEY", "k", ""))
    assert caught.value.problem.kind is ProblemKind.SECRET_MISSING


@pytest.mark.parametrize(
    ("environment", "key"),
    [
        ({}, None),
        ({"AUTH0_DOMAIN": "d"}, None),
        ({"AUTH0_CLIENT_ID": "c", "AUTH0_CLIENT_SECRET": "s"}, None),
        (
            {"AUTH0_DOMAIN": "d", "AUTH0_CLIENT_ID": "c", "AUTH0_CLIENT_SECRET": "s", "AUTH0_TOKEN": "t"},
            TenantKey("d", "c", Secret("s")),
        ),
        ({"AUTH0_DOMAIN": "d", "AUTH0_API_TOKEN": "t"}, TenantKey("d", token=Secret("t"))),
        (
            {"AUTH0_DOMAIN": "d", "TEXTFACTOR_AUTH0_DOMAIN": "mine", "TEXTFACTOR_AUTH0_TOKEN": "t"},
            TenantKey("mine", token=Secret("t")),
        ),
    ],
)
def test_the_environments_tenant(environment, key):
    assert tenant_from(environment) == key


def test_files_of_older_tools_are_known_too(folders, tmp_path):
    here, home = folders
    (here / "vonage.config.json").write_text(json.dumps({"apiKey": "one", "apiSecret": "one-secret"}))
    config = tmp_path / "config"
    for place, key in (("vonage", "two"), ("@vonage/cli", "three")):
        (config / place).mkdir(parents=True)
        content = json.dumps({"apiKey": key, "apiSecret": f"{key}-secret"})
        (config / place / "vonage.config.json").write_text(content)
    (home / ".nexmorc").write_text("[credentials]\napi_key = four\napi_secret = four-secret\n")
    found = FoundOffers(here, home, {"XDG_CONFIG_HOME": str(config)})
    assert [offer.api_key for offer in found.offers()] == ["one", "two", "three", "four"]
    assert all(offer.in_file for offer in found.offers())
    assert found.secret(found.offers()[3]) == Secret("four-secret")


@pytest.mark.parametrize("content", [b"no section", b"\xff\xfe", b"[a]\nb\x00", b""])
def test_other_files_of_that_name_offer_nothing(folders, content):
    here, home = folders
    (home / ".nexmorc").write_bytes(content)
    assert FoundOffers(here, home, {}).offers() == ()
