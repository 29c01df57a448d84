"""What the practice client may do: all that an SMS assistant can ask for (Auth0 Management API scopes)."""

from typing import Final

GRANTED: Final = (
    "read:tenant_settings",
    "update:tenant_settings",
    "read:actions",
    "create:actions",
    "update:actions",
    "delete:actions",
    "read:phone_providers",
    "create:phone_providers",
    "update:phone_providers",
    "delete:phone_providers",
    "read:phone_templates",
    "create:phone_templates",
    "update:phone_templates",
    "delete:phone_templates",
    "read:guardian_factors",
    "update:guardian_factors",
    "read:mfa_policies",
    "update:mfa_policies",
    "create:guardian_enrollment_tickets",
    "read:guardian_enrollments",
    "delete:guardian_enrollments",
    "read:users",
    "read:authentication_methods",
    "create:authentication_methods",
    "update:authentication_methods",
    "delete:authentication_methods",
    "read:logs",
    "read:logs_users",
    "read:hooks",
    "update:hooks",
    "delete:hooks",
    "read:clients",
    "read:client_grants",
    "read:attack_protection",
    "update:attack_protection",
)
"""The scopes of the client's grant, and of a token when no fault takes one away."""

FIRST_TO_MISS: Final = "update:guardian_factors"
"""What the fault `missing_scope` takes away when no path is given."""
