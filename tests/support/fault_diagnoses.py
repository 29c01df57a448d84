"""To which diagnosis each fault of the practice world should lead, by the diagnosis's text id.

The practice world itself does not say it: the troubleshooting side has to find out from what it sees. A fault may
lead to one of several, when what is seen cannot tell them apart; an empty tuple means that nothing is wrong that a
person could do something about, or that it is seen in a call only.
"""

from typing import Final

DIAGNOSES: Final[dict[str, tuple[str, ...]]] = {
    # on the way
    "slow": ("network.slow",),
    "no_answer": ("network.no_answer",),
    "server_error": ("service.fault",),
    "bad_gateway": ("service.fault", "network.gateway"),
    "unavailable": ("service.unavailable",),
    "html_answer": ("network.not_the_service",),
    "empty_answer": ("network.not_the_service",),
    "truncated_json": ("network.cut_answer", "network.not_the_service"),
    "drop_before_read": ("network.dropped",),
    "drop_after_read": ("network.dropped",),
    "proxy_login": ("network.proxy_login",),
    "captive_portal": ("network.captive_portal",),
    "tls_untrusted": ("network.tls_untrusted",),
    "tls_expired": ("network.tls_expired", "network.tls_untrusted"),
    "tls_wrong_name": ("network.tls_wrong_name", "network.tls_untrusted"),
    "name_not_found": ("network.name_not_found",),
    "connection_refused": ("network.refused",),
    # Vonage: the account
    "wrong_secret": ("vonage.status.4",),
    "auth_401": ("vonage.http.401",),
    "ip_refused": ("vonage.ip_refused",),
    "signature_required": ("vonage.status.14",),
    "http_not_enabled": ("vonage.status.11",),
    "account_suspended": ("vonage.status.8",),
    "no_credit": ("vonage.status.9",),
    "throttled": ("vonage.status.1",),
    "http_429": ("vonage.http.429",),
    "trial": ("vonage.status.29",),
    "trial_account": ("vonage.status.29", "vonage.trial_remark"),
    "trial_rejected_later": ("vonage.receipt.1474",),
    "no_numbers": ("vonage.no_numbers", "vonage.status.15"),
    "pricing_throttled": (),
    "reports_refused": ("vonage.reports_refused",),
    # Vonage: the message
    "sender_refused": ("vonage.status.15",),
    "unroutable": ("vonage.status.6",),
    "number_barred": ("vonage.status.7",),
    "burst_limit": ("vonage.status.22",),
    "vonage_fault": ("vonage.status.5",),
    "second_part_failed": ("vonage.partial", "vonage.status.9"),
    "never_delivered": ("vonage.accepted_not_delivered",),
    "carrier_filtered": ("vonage.receipt.6",),
    "phone_off": ("vonage.receipt.2",),
    "number_gone": ("vonage.receipt.3",),
    "arrives_late": ("vonage.late",),
    "sender_replaced": ("vonage.sender_replaced",),
    "characters_lost": ("vonage.characters_lost",),
    # Auth0: access
    "wrong_client_secret": ("auth0.client_secret",),
    "client_not_authorized": ("auth0.client_grant",),
    "grant_not_allowed": ("auth0.grant_type",),
    "missing_scope": ("auth0.scope",),
    "token_expired": ("auth0.token_expired",),
    "plan_gate": ("auth0.plan",),
    "unified_gate": ("auth0.unified_path",),
    "auth0_429": ("auth0.rate_limit",),
    # Auth0: the tenant
    "factor_off": ("auth0.factor_off",),
    "nobody_asks": ("auth0.nobody_asks",),
    "no_message_types": ("auth0.no_message_types",),
    "provider_missing": ("auth0.provider_missing",),
    "provider_disabled": ("auth0.provider_disabled",),
    "twilio_selected": ("auth0.twilio_selected",),
    "voice_only": ("auth0.voice_only",),
    "build_fails": ("auth0.build_failed",),
    "build_stuck": ("auth0.build_stuck",),
    "action_not_deployed": ("auth0.action_not_deployed",),
    "draft_newer": ("auth0.draft_newer", "vonage.status.4"),
    "secret_missing": ("auth0.secret_missing",),
    "wrong_trigger": ("auth0.wrong_trigger",),
    "action_unbound": ("auth0.action_unbound",),
    "action_throws": ("auth0.action_threw",),
    "action_times_out": ("auth0.action_timed_out",),
    # A fault of Vonage has to hold besides: why no code arrives is that one, why nobody sees it is this one.
    "action_ignores_answer": ("auth0.action_ignores_answer", "vonage.status.9"),
    "action_drops": ("sender.country_not_listed",),
    # Only an Action that asks for retries has any: the cause is what it was refused with, the retries follow.
    "retries_run": ("auth0.retries", "vonage.status.1"),
    # Auth0: texts and logins
    "template_without_code": ("template.no_code",),
    "legacy_variable": ("template.legacy_variable",),
    "template_disabled": ("template.disabled", "vonage.status.2"),
    "user_limit": ("auth0.user_limit",),
    "two_codes": ("login.two_codes",),
    "code_expires": ("login.code_expired",),
    "sms_pumping": ("login.sms_pumping",),
}
"""By fault, the diagnoses that would be right; the first is the best one."""
