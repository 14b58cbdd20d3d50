"""What knows MkDocs: what it is given of the record, its run inside our own build, its words, and its server for the preview."""
