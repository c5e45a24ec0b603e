"""Which releases belong together."""

from paired_readouts.discovery.conversations import find_conversations
from paired_readouts.discovery.keys import conversation_keys

__all__ = ["conversation_keys", "find_conversations"]
