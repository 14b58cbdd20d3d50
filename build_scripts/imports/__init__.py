"""Import of documents as they arrive: reports become items, tables lists, a packet a meeting. No word is lost untold."""
