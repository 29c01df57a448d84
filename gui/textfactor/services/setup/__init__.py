"""The tenant: find out, plan, apply, take back."""
