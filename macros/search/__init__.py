"""What the search needs to know of Swedish: where compounds come apart."""
