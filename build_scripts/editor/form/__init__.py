"""The form of a file: its fields from the model, what they hold, and what is changed."""
