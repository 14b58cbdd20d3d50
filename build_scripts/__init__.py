"""What is done with the rules: commands, the MkDocs adapter, exports and releases. Only this side writes and prints."""
