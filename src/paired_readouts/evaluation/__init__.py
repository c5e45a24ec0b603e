"""Check the library on data of one's own: figures against annotations, and sheets for coders."""

from paired_readouts.evaluation.annotations import (
    AnnotatedLink,
    AnnotatedSide,
    AnnotatedStatement,
    Annotation,
    annotate,
    load_annotation,
)
from paired_readouts.evaluation.figures import Agreement, Confusion, Evaluation, Ratio
from paired_readouts.evaluation.measuring import evaluate
from paired_readouts.evaluation.reviewing import (
    Estimate,
    ReviewRow,
    estimate_corrected,
    load_review,
    sample_for_review,
)

__all__ = [
    "Agreement",
    "AnnotatedLink",
    "AnnotatedSide",
    "AnnotatedStatement",
    "Annotation",
    "Confusion",
    "Estimate",
    "Evaluation",
    "Ratio",
    "ReviewRow",
    "annotate",
    "estimate_corrected",
    "evaluate",
    "load_annotation",
    "load_review",
    "sample_for_review",
]
