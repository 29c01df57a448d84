"""What the wizard's test page and the test-message panel have in common."""
