"""Reusable widgets, one file each. They hold no colours and know no services."""
