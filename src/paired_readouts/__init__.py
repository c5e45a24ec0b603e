"""Compare the official accounts of one diplomatic conversation, statement by statement.

The names below load with the module that they stand in, when first used: the values alone take
longer to build than a program that may not need them should wait for its imports.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from paired_readouts._release import VERSION as __version__  # noqa: N811 - the name that people ask

if TYPE_CHECKING:
    from paired_readouts.alignment import (
        Explanation,
        Similarity,
        align_statements,
        anchor_link,
        explain_link,
    )
    from paired_readouts.comparison import (
        Outcome,
        compare_conversation,
        compare_many,
        compare_versions,
    )
    from paired_readouts.discovery import (
        conversation_keys,
        find_conversations,
    )
    from paired_readouts.divergence import (
        compare_revisions,
        compare_translations,
        credited_words,
        score_divergence,
    )
    from paired_readouts.errors import (
        AlignmentError,
        ConversationError,
        ExchangeError,
        LexiconError,
        LimitError,
        MissingExtraError,
        ModelError,
        PairedReadoutsError,
        ParseError,
        PluginError,
        UnsupportedSourceError,
    )
    from paired_readouts.exchange import (
        from_dict,
        from_json,
        json_schema,
        row_columns,
        to_dict,
        to_json,
        to_rows,
    )
    from paired_readouts.extraction import (
        extract_statements,
        find_participants,
        split_sentences,
    )
    from paired_readouts.lexicon import (
        Lexicon,
        default_lexicon,
        load_lexicon,
    )
    from paired_readouts.model import (
        Act,
        Alignment,
        Anchor,
        AnchoredLink,
        Camp,
        Claim,
        ClaimKind,
        CommonMatter,
        Comparison,
        Completeness,
        CompletenessLevel,
        Confidence,
        Contribution,
        Conversation,
        ConversationComparison,
        ConversationKind,
        CreditedLine,
        CreditStatus,
        Difference,
        Divergence,
        Embedded,
        Evidence,
        Finding,
        FindingCode,
        Firmness,
        Genre,
        LedgerEntry,
        LedgerStatus,
        Limits,
        Link,
        Matter,
        Measure,
        Measures,
        Mention,
        MentionKind,
        Mode,
        NamesUsed,
        Occasion,
        Origin,
        Participant,
        Place,
        Provenance,
        Relation,
        Revision,
        Severity,
        Share,
        Side,
        Slot,
        Span,
        Statement,
        Translation,
        Undertaking,
        Version,
        VersionWarning,
        fold_name,
    )
    from paired_readouts.parsing import (
        Parser,
        ParserSettings,
        Source,
        default_parsers,
        parse_version,
        parse_versions,
    )
    from paired_readouts.rendering import (
        Report,
        build_report,
        print_report,
        render_annotations,
        render_csv,
        render_html,
        render_markdown,
        render_tei,
        render_text,
    )

__all__ = [
    "Act",
    "Alignment",
    "AlignmentError",
    "Anchor",
    "AnchoredLink",
    "Camp",
    "Claim",
    "ClaimKind",
    "CommonMatter",
    "Comparison",
    "Completeness",
    "CompletenessLevel",
    "Confidence",
    "Contribution",
    "Conversation",
    "ConversationComparison",
    "ConversationError",
    "ConversationKind",
    "CreditStatus",
    "CreditedLine",
    "Difference",
    "Divergence",
    "Embedded",
    "Evidence",
    "ExchangeError",
    "Explanation",
    "Finding",
    "FindingCode",
    "Firmness",
    "Genre",
    "LedgerEntry",
    "LedgerStatus",
    "Lexicon",
    "LexiconError",
    "LimitError",
    "Limits",
    "Link",
    "Matter",
    "Measure",
    "Measures",
    "Mention",
    "MentionKind",
    "MissingExtraError",
    "Mode",
    "ModelError",
    "NamesUsed",
    "Occasion",
    "Origin",
    "Outcome",
    "PairedReadoutsError",
    "ParseError",
    "Parser",
    "ParserSettings",
    "Participant",
    "Place",
    "PluginError",
    "Provenance",
    "Relation",
    "Report",
    "Revision",
    "Severity",
    "Share",
    "Side",
    "Similarity",
    "Slot",
    "Source",
    "Span",
    "Statement",
    "Translation",
    "Undertaking",
    "UnsupportedSourceError",
    "Version",
    "VersionWarning",
    "__version__",
    "align_statements",
    "anchor_link",
    "build_report",
    "compare_conversation",
    "compare_many",
    "compare_revisions",
    "compare_translations",
    "compare_versions",
    "conversation_keys",
    "credited_words",
    "default_lexicon",
    "default_parsers",
    "explain_link",
    "extract_statements",
    "find_conversations",
    "find_participants",
    "fold_name",
    "from_dict",
    "from_json",
    "json_schema",
    "load_lexicon",
    "parse_version",
    "parse_versions",
    "print_report",
    "render_annotations",
    "render_csv",
    "render_html",
    "render_markdown",
    "render_tei",
    "render_text",
    "row_columns",
    "score_divergence",
    "split_sentences",
    "to_dict",
    "to_json",
    "to_rows",
]

#: Where each name stands.
_HOMES = {
    "alignment": "Explanation Similarity align_statements anchor_link explain_link",
    "comparison": "Outcome compare_conversation compare_many compare_versions",
    "discovery": "conversation_keys find_conversations",
    "divergence": "compare_revisions compare_translations credited_words score_divergence",
    "errors": (
        "AlignmentError ConversationError ExchangeError LexiconError LimitError "
        "MissingExtraError ModelError PairedReadoutsError ParseError PluginError "
        "UnsupportedSourceError"
    ),
    "exchange": "from_dict from_json json_schema row_columns to_dict to_json to_rows",
    "extraction": "extract_statements find_participants split_sentences",
    "lexicon": "Lexicon default_lexicon load_lexicon",
    "model": (
        "Act Alignment Anchor AnchoredLink Camp Claim ClaimKind CommonMatter Comparison "
        "Completeness CompletenessLevel Confidence Contribution Conversation "
        "ConversationComparison ConversationKind CreditStatus CreditedLine Difference "
        "Divergence Embedded Evidence Finding FindingCode Firmness Genre LedgerEntry "
        "LedgerStatus Limits Link Matter Measure Measures Mention MentionKind Mode NamesUsed "
        "Occasion Origin Participant Place Provenance Relation Revision Severity Share Side "
        "Slot Span Statement Translation Undertaking Version VersionWarning fold_name"
    ),
    "parsing": "Parser ParserSettings Source default_parsers parse_version parse_versions",
    "rendering": (
        "Report build_report print_report render_annotations render_csv render_html "
        "render_markdown render_tei render_text"
    ),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names.split()}

# Type checkers read the imports above; to them, a name that is not there must be an error.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in _HOME:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
