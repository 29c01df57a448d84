"""The stand-in for Vonage's SMS and account API."""
