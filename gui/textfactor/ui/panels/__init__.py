"""The panels beside the wizard, one folder each."""
