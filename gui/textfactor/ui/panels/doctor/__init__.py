"""The doctor: one button that checks everything, and the support bundle."""
