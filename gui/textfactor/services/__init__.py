"""Use cases: no Qt, no network library; ports in, typed results out."""
