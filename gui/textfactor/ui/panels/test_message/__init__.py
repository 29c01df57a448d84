"""Send one SMS and see what Vonage answered."""
