"""The wizard pages, one file each."""
