"""Compare the official accounts of one diplomatic conversation, statement by statement."""
