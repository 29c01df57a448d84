"""Offline troubleshooting: what is known, how inputs are read, and what follows from them."""
