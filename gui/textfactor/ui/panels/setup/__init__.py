"""The state of a set-up, and what can be done with it."""
