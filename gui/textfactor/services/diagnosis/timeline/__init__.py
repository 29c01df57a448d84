"""The joined timeline: from the login to the phone, out of both vendors' traces."""

from textfactor.services.diagnosis.timeline.joining import join

__all__ = ["join"]
