"""Vonage: credentials, a test message, and a run of the sender."""
