"""Working days, the steps of a meeting and the plan of a year, and counting after the meeting. Knows nothing of files."""
