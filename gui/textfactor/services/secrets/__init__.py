"""Secrets of all profiles: what is kept where, whether the keyring works, and forgetting."""
