"""The editor's pages, one module each."""
