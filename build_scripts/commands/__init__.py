"""The commands of `klubbat`, one module each: words in, what is said out."""
