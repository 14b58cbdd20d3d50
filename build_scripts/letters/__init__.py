"""Letters about meetings and deadlines as drafts that a person looks through and sends; nothing here sends."""
