"""What people really paste: either it is understood, or a clear word says what is wrong; nothing is ever sent."""

from dataclasses import replace

import pytest
from tests.ui.pages.stage import CHECKED, KEY, SECRET, on_stage, world

from textfactor.adapters.numbers import Numbers
from textfactor.domain.secret import VONAGE_SECRET, Secret, SecretRef
from textfactor.flow.flow import PageId

FRESH = replace(CHECKED, api_key="", sender="", vonage_checked=False)


@pytest.fixture
def workspace():
    made = world()
    made.secrets.kept[SecretRef("p1", VONAGE_SECRET)] = Secret(SECRET)
    return made


@pytest.fixture
def vonage(qtbot, quick_signs, workspace):
    with on_stage(qtbot, PageId.VONAGE, FRESH, workspace) as stage:
        yield stage
        assert workspace.account.sent == []


@pytest.fixture
def test_page(qtbot, quick_signs, workspace):
    with on_stage(qtbot, PageId.TEST, CHECKED, workspace) as stage:
        stage.until(lambda: stage.page._number.usable)
        object.__setattr__(stage.page.tools.services, "numbers", Numbers())
        stage.page._number.use(Numbers())
        yield stage
        assert workspace.account.sent == []


def fill_in(stage, key=KEY, secret=SECRET, sender="Acme"):
    for name, value in (("api_key", key), ("api_secret", secret), ("sender", sender)):
        stage.enter(name, value)


@pytest.mark.parametrize(
    ("key", "secret", "sender"),
    [
        (f"  {KEY}\t", f" {SECRET} ", " Acme "),
        (f'"{KEY}"', f"'{SECRET}'", "“Acme”"),
        (f"VONAGE_API_KEY={KEY}", f'export VONAGE_API_SECRET="{SECRET}"', "VONAGE_FROM_NUMBER=Acme"),
        ("ａｂｃｄ１２３４", SECRET, "Ａｃｍｅ"),
        (KEY, SECRET, "0044 7700 900001"),
    ],
    ids=["spaces", "quotes", "lines", "full width", "00"],
)
def test_what_can_only_mean_one_thing_is_taken(vonage, key, secret, sender):
    fill_in(vonage, key, secret, sender)
    vonage.click("check_now")
    vonage.until(lambda: "Balance" in vonage.said())
    assert not any(vonage.error(name) for name in ("api_key", "api_secret", "sender"))


@pytest.mark.parametrize(
    ("wrong", "at", "says"),
    [
        ({"key": "abcd 1234"}, "api_key", "space inside"),
        ({"key": "abcd12"}, "api_key", "8"),
        ({"key": f"{KEY}\nVONAGE_API_SECRET={SECRET}"}, "api_key", "API secret"),
        ({"key": f"VONAGE_API_SECRET={SECRET}"}, "api_key", "API secret"),
        ({"key": SECRET, "secret": KEY}, "api_key", "API secret"),
        ({"secret": KEY}, "api_secret", "API key"),
        ({"key": "аbcd1234"}, "api_key", "another"),
        ({"sender": "🚀"}, "sender", "A to Z"),
        ({"sender": "Acme🚀"}, "sender", "no emoji"),
        ({"sender": "Müller"}, "sender", "no umlauts"),
        ({"sender": "Acme Co"}, "sender", "without spaces"),
        ({"sender": "AcmeCompanyLtd"}, "sender", "up to 11"),
        ({"sender": "+49 151 23456789, +44 7700 900001"}, "sender", "two numbers"),
    ],
)
def test_a_clear_word_stands_at_the_field(vonage, wrong, at, says):
    fill_in(vonage, **wrong)
    vonage.next()
    vonage.idle()
    assert vonage.page.page_id is PageId.VONAGE
    assert vonage.shell.isVisible()
    assert says in vonage.error(at) + vonage.said()
    assert "Balance" not in vonage.said()


@pytest.mark.parametrize(
    "typed",
    [
        "0049 151 23456789", "＋４９ １５１ ２３４５６７８９", "+49 (0)151 23456789", "tel:+49-151-23456789",
        "٠٠٤٩١٥١٢٣٤٥٦٧٨٩", "“+49 151 23456789”", "PHONE=+4915123456789",
    ],
)  # fmt: skip
def test_a_number_in_a_way_of_its_own_is_understood_and_said(test_page, workspace, typed):
    test_page.enter("number", typed)
    assert test_page.page._number.hint() == "Germany, mobile · sent as 4915123456789"
    assert workspace.account.sent == []


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("0151 23456789", "country code is missing"),
        ("+49 0151 23456789", "Leave out the 0"),
        ("+49 151 23456789 +49 151 23456780", "two numbers"),
        ("+49 151 23456789 oder 0151 23456780", "two numbers"),
        ("+49 151 CALL ME", "no letters"),
        ("+49 12", "digits"),
        ("☎ +49 151 😀", "not a phone number"),
    ],
)
def test_a_number_that_cannot_be_right_is_told_where_it_stands(test_page, workspace, typed, says):
    test_page.enter("number", typed)
    test_page.click("send")
    test_page.idle()
    assert says in test_page.error("number")
    assert workspace.account.sent == []


def test_a_landline_is_said_before_anything_is_sent(test_page, workspace):
    test_page.enter("number", "+49 30 901820")
    assert "fixed line" in test_page.page._number.hint()
    test_page.line("number").editingFinished.emit()
    test_page.until(lambda: any("landline" in said for said in test_page.page._checks._open.said()))
    assert workspace.account.sent == []


def test_a_sender_that_was_kept_and_cannot_be_right(qtbot, quick_signs, workspace):
    with on_stage(qtbot, PageId.TEST, replace(CHECKED, sender="Acme🚀"), workspace) as stage:
        stage.until(lambda: stage.page._number.usable)
        stage.click("send")
        stage.idle()
        assert "no emoji" in stage.said()
        assert "Nothing was sent" in stage.said()
        assert workspace.account.sent == []
