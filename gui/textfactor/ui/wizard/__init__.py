"""The wizard: a shell that follows the flow, and what a page is."""
