"""What is known of publishers: hosts, party, office, layout; data in TOML."""

from paired_readouts.parsing.profiles._reading import (
    Profile,
    default_profiles,
    find_profiles,
    host_of,
    load_profiles,
)

__all__ = ["Profile", "default_profiles", "find_profiles", "host_of", "load_profiles"]
