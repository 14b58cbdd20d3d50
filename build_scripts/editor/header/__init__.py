"""A file's header as text: where its values stand, and changing it by position."""
