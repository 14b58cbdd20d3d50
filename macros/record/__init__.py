"""The record: files become a typed, frozen archive, with the place of every value. One model per kind of file."""
