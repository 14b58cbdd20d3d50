"""Papers as PDF: what each holds, and the setting of it."""
