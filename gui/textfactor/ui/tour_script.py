"""What the tour does, page by page: real clicks and keys on the real widgets, found by their names."""

import re

from PySide6.QtWidgets import QWidget

from textfactor.ui.tour_driver import Picture, Script, Until
from textfactor.ui.tour_hands import Hands
from textfactor.ui.widgets.code_view import CodeView
from textfactor.ui.widgets.phone_preview import PhonePreview

NUMBER = "+49 1512 3456789"
_LONG = 90.0
"""Seconds for a step with many requests; the benchmark lets each answer take a second longer."""

_GLANCE = 30
"""Looks (some half a second) that even a hasty person spends on a page before the first click."""


class Tour:
    """The script. `accepted` says whether the login's code was accepted at the end."""

    def __init__(self, window: QWidget) -> None:
        self._hands = Hands(window)
        self.accepted = False

    def script(self) -> Script:
        """All pages, first to last."""
        yield from self._welcome()
        yield from self._vonage()
        yield from self._test_message()
        yield from self._tenant()
        yield from self._plain("messages")
        yield from self._sender()
        yield from self._factor()
        yield from self._review()
        yield from self._apply()
        yield from self._try_it()
        yield from self._plain("done", last=True)

    # ------------------------------------------------------------ what each page begins and ends with

    def _arrive(self, page: str) -> Script:
        hands = self._hands
        yield Until(
            lambda: hands.on(page), f"the page {page}", _LONG, lambda: hands.tone("callout") == "error"
        )
        yield from self._rest()
        yield from _turns(_GLANCE)

    def _rest(self) -> Script:
        """Wait until the signs of work have gone, so that a picture shows the page at rest."""
        hands = self._hands
        yield Until(lambda: hands.find("cancel") is None, "the end of the work")
        yield from _turns(4)

    def _next(self) -> Script:
        hands = self._hands
        yield Until(lambda: hands.ready("next"), "the way on", _LONG)
        hands.click("next")

    def _plain(self, page: str, *, last: bool = False) -> Script:
        yield from self._arrive(page)
        yield from _turns(20)
        yield Picture(page)
        if not last:
            yield from self._next()

    def _until_told(self, name: str, what: str) -> Script:
        hands = self._hands
        yield Until(lambda: hands.says(name), what, _LONG)
        yield from self._rest()

    # ------------------------------------------------------------ the pages

    def _welcome(self) -> Script:
        yield from self._arrive("welcome")
        self._hands.click("world_practice")
        yield Picture("welcome")
        yield from self._next()

    def _vonage(self) -> Script:
        hands = self._hands
        yield from self._arrive("vonage")
        yield Until(lambda: hands.ready("use_offer_0"), "the practice account")
        hands.click("use_offer_0")
        yield Until(lambda: bool(hands.text("api_key") and hands.text("sender")), "the key")
        hands.click("check_now")
        yield from self._until_told("callout", "what Vonage says of the key")
        yield from self._settled("check_now")
        yield Picture("vonage")
        yield from self._next()

    def _test_message(self) -> Script:
        hands = self._hands
        yield from self._arrive("test")
        hands.write("number", NUMBER)
        hands.click("text")
        yield Until(lambda: hands.ready("checks_again"), "the checks that cost nothing", _LONG)
        yield from _turns(30)
        yield Picture("test")
        yield Until(lambda: hands.ready("send"), "the send button")
        hands.click("send")
        yield from self._until_told("send_result", "what Vonage says of the message")
        yield from self._settled("send")
        yield Until(lambda: hands.ready("arrived_yes"), "the question whether it arrived")
        hands.click("arrived_yes")
        yield from _turns(4)
        yield Picture("test", "2")
        yield from self._next()

    def _tenant(self) -> Script:
        hands = self._hands
        yield from self._arrive("tenant")
        yield Until(lambda: hands.ready("use_tenant") or bool(hands.text("domain")), "the practice tenant")
        if hands.ready("use_tenant"):
            hands.click("use_tenant")
        yield Until(lambda: bool(hands.text("domain")), "the domain")
        hands.click("check_now")
        yield from self._until_told("callout", "what was found in the tenant")
        yield from self._settled("check_now")
        yield Picture("tenant")
        yield from self._next()

    def _sender(self) -> Script:
        hands = self._hands
        yield from self._arrive("sender")
        yield Until(self._code_shown, "the code")
        hands.write("countries", "+49, +43")
        yield from _turns(40)
        yield Picture("sender")
        hands.click("run_here")
        yield from self._until_told("callout", "how the sender ended")
        yield from self._settled("run_here")
        yield Picture("sender", "2")
        yield from self._next()

    def _factor(self) -> Script:
        yield from self._arrive("factor")
        yield Picture("factor")
        self._hands.click("policy_always")
        yield from _turns(4)
        yield Picture("factor", "2")
        yield from self._next()

    def _review(self) -> Script:
        hands = self._hands
        yield from self._arrive("review")
        yield Until(
            lambda: hands.find("plan") is not None,
            "the plan",
            _LONG,
            lambda: hands.tone("callout") == "error",
        )
        yield from self._rest()
        yield Picture("review")
        yield from self._next()

    def _apply(self) -> Script:
        hands = self._hands
        yield from self._arrive_at_work("apply")
        yield Picture("apply")
        yield Until(lambda: hands.ready("next") and hands.says("callout"), "the end of the apply", _LONG)
        yield from self._rest()
        yield Picture("apply", "2")
        yield from self._next()

    def _arrive_at_work(self, page: str) -> Script:
        hands = self._hands
        yield Until(lambda: hands.on(page), f"the page {page}", _LONG)
        yield from _turns(_GLANCE)

    def _try_it(self) -> Script:
        hands = self._hands
        yield from self._arrive("try")
        yield Picture("try")
        hands.click("start_login")
        yield Until(lambda: hands.ready("code") and bool(self._code()), "the code on the phone", _LONG)
        yield from self._settled("start_login")
        hands.write("code", self._code())
        yield Picture("try", "2")
        hands.click("check_code")
        yield from self._until_told("callout", "whether the code was accepted")
        self.accepted = hands.tone("callout") == "ok"
        yield from self._settled("check_code")
        yield Picture("try", "3")
        yield Until(lambda: self.accepted, "an accepted code", 1.0)
        yield from self._next()

    # ------------------------------------------------------------ looking

    def _settled(self, button: str) -> Script:
        """Wait until a button shows no work any more."""
        hands = self._hands
        yield Until(lambda: hands.find(f"{button}_cancel") is None, "the end of the work")
        yield from _turns(4)

    def _code_shown(self) -> bool:
        view = self._hands.find("sender_code")
        return isinstance(view, CodeView) and bool(view.toPlainText())

    def _code(self) -> str:
        """Read the code from the phone."""
        phone = self._hands.find("phone")
        messages = phone.bubbles() if isinstance(phone, PhonePreview) else ()
        found = re.search(r"\b\d{6}\b", messages[-1]) if messages else None
        return found[0] if found else ""


def _turns(count: int) -> Script:
    """Let the window live for a few looks."""
    left = count

    def passed() -> bool:
        nonlocal left
        left -= 1
        return left <= 0

    yield Until(passed, "time")
