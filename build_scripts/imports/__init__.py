"""Import of documents as they arrive: Word reports become items, tables become delegation lists. No word is lost untold."""
