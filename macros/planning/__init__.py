"""What lies ahead of a body: the days it is to meet on, the numbers that come next, and what is due."""
