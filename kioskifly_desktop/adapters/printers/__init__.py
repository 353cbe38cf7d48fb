"""Carries a job's bytes to a printer and says what is known of them afterwards."""

from kioskifly_desktop.adapters.printers.deliver import Job, Limits, Sent, Verdict
from kioskifly_desktop.adapters.printers.send import probe, send

__all__ = ["Job", "Limits", "Sent", "Verdict", "probe", "send"]
