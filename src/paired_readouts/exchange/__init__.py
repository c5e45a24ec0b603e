"""Values as plain data and back: dicts, JSON, and flat rows for data frames."""

from paired_readouts.exchange.documents import (
    from_dict,
    from_json,
    json_schema,
    to_dict,
    to_json,
)
from paired_readouts.exchange.rows import Column, RowKind, row_columns, to_rows

__all__ = [
    "Column",
    "RowKind",
    "from_dict",
    "from_json",
    "json_schema",
    "row_columns",
    "to_dict",
    "to_json",
    "to_rows",
]
