"""What is done with a meeting, an item, an attachment or a body besides writing in its fields: each a task of its own."""
