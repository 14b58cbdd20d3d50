"""Makes new files of the record, and new records."""
