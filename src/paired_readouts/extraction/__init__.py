"""What each account states, and who is reported to have said it."""

from paired_readouts.extraction.participants import find_participants
from paired_readouts.extraction.sentences import split_sentences
from paired_readouts.extraction.statements import extract_statements

__all__ = ["extract_statements", "find_participants", "split_sentences"]
