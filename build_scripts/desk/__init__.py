"""The secretary's desk: what helps before something is published."""
