"""The form editor ("redigera"): the record's files as forms in the browser, on this machine only."""
