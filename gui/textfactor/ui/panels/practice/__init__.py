"""The practice world and its phone."""
