"""Which rows of an Auth0 log bear on text messages, and what each says about a message.

From Auth0's list of log type codes and its log schema (2026-08); the rows about one message first.
"""

from __future__ import annotations

from typing import Final

from textfactor.domain.row_kind import RowKind

KINDS: Final[dict[str, RowKind]] = {
    "gd_send_sms": RowKind.SENT,
    "gd_send_voice": RowKind.SENT,
    "cs": RowKind.SENT,
    "gd_send_sms_failure": RowKind.FAILED,
    "gd_send_voice_failure": RowKind.FAILED,
    "fn": RowKind.FAILED,
    "wn": RowKind.FAILED,
    "actions_execution_failed": RowKind.FAILED,
    "limit_phone": RowKind.LIMITED,
    "gd_otp_rate_limit_exceed": RowKind.LIMITED,
    "api_limit": RowKind.LIMITED,
    "sapi": RowKind.CHANGED,
    **dict.fromkeys(
        (
            "gd_auth_failed",
            "gd_auth_rejected",
            "gd_auth_succeed",
            "gd_enrollment_complete",
            "gd_recovery_failed",
            "gd_recovery_rate_limit_exceed",
            "gd_recovery_succeed",
            "gd_start_auth",
            "gd_start_enroll",
            "gd_start_enroll_failed",
            "gd_tenant_update",
            "gd_unenroll",
            "gd_update_device_account",
            "too_many_records",
            "depnote",
            "feoobft",
            "seoobft",
            "fcpn",
            "scpn",
        ),
        RowKind.OTHER,
    ),
}
"""By log type."""

ABOUT_PHONE: Final = ("phone", "sms")
"""What the trigger of an Action that sends messages has in its name: `custom-phone-provider`, `send-phone-message`."""

VONAGE_SENT: Final = frozenset({"delivered", "accepted", "submitted", "buffered", "0"})
VONAGE_FAILED: Final = frozenset({"failed", "rejected", "expired", "undelivered", "undeliverable", "deleted"})
"""Statuses of Vonage's delivery receipts and reports, in lower case; others leave open what became of the message."""

VONAGE_KEYS: Final = (
    b'"message_id"', b'"message-id"', b'"messageId"', b'"message_uuid"', b'"err-code"', b'"error_code"',
)  # fmt: skip
"""Keys of which one is in each row of Vonage's reports and receipts."""


def kind_of(row_type: str) -> RowKind | None:
    """Say what a row of this type is about; None when it has nothing to do with text messages.

    The types of Vonage's rows are `vonage.` with the status.
    """
    kind = KINDS.get(row_type)
    if kind is not None or not row_type.startswith("vonage."):
        return kind
    status = row_type.removeprefix("vonage.")
    if status in VONAGE_SENT:
        return RowKind.SENT
    # A send answer's status is a number, and every one but 0 is a refusal.
    return RowKind.FAILED if status in VONAGE_FAILED or status.isdigit() else RowKind.OTHER
