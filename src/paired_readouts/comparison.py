"""The whole way in one call: from two or more accounts to how they differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import combinations

import attrs
from attrs import field

from paired_readouts._workers import map_in_order
from paired_readouts.alignment import Similarity, align_statements, join_matters
from paired_readouts.divergence import find_camps, score_divergence
from paired_readouts.errors import ConversationError, LimitError, PairedReadoutsError
from paired_readouts.extraction import extract_statements, find_participants
from paired_readouts.lexicon import Lexicon
from paired_readouts.model import (
    AnchoredLink,
    Comparison,
    Conversation,
    ConversationComparison,
    Limits,
    Link,
    Participant,
    Version,
)
from paired_readouts.model._by_fields import by_fields

__all__ = ["Outcome", "compare_conversation", "compare_many", "compare_versions"]


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Outcome:
    """What became of one conversation among many: its comparison, or the error."""

    #: The conversation as it was given.
    conversation: Conversation
    #: Its comparison; None where there was an error.
    comparison: ConversationComparison | None = field(default=None)
    #: Why there is no comparison; None where there is one.
    error: PairedReadoutsError | None = field(default=None)


def compare_versions(
    left: Version,
    right: Version,
    *,
    participants: Sequence[Participant] = (),
    similarity: Similarity | None = None,
    links: Sequence[Link | AnchoredLink] = (),
    threshold: float | None = None,
    watch_topics: Sequence[str] = (),
    history: Sequence[Version] = (),
    lexicon: Lexicon | None = None,
    limits: Limits | None = None,
) -> Comparison:
    """Two accounts of one conversation, aligned and scored.

    Participants are found over both, and statements extracted from a version that has none. Both
    may be of one party, and may be the same text. `links` given by hand are kept. The other
    arguments are those of `extract_statements`, `align_statements` and `score_divergence`.

    Raises LimitError for what lies above `limits`, AlignmentError for links or a similarity that
    do not fit.
    """
    left, right = _understand((left, right), participants, lexicon, limits or Limits())
    return _compare(
        left,
        right,
        similarity=similarity,
        links=links,
        threshold=threshold,
        watch_topics=watch_topics,
        history=history,
        lexicon=lexicon,
        limits=limits,
    )


def compare_conversation(
    conversation: Conversation,
    *,
    similarity: Similarity | None = None,
    links: Sequence[AnchoredLink] = (),
    threshold: float | None = None,
    watch_topics: Sequence[str] = (),
    history: Sequence[Version] = (),
    lexicon: Lexicon | None = None,
    limits: Limits | None = None,
) -> ConversationComparison:
    """All accounts of one conversation, each pair compared, and the matters over all of them.

    Versions stay in the order of the conversation; with one version alone there is no pair, and
    each of its matters is its own. A link by hand goes to the pair of versions that it names; one
    that names no pair is reported as unfit by the first. The rest is as in `compare_versions`.
    """
    limits = limits or Limits()
    if len(conversation.versions) > limits.accounts:
        raise LimitError(
            "conversation",
            f"{len(conversation.versions)} accounts, the limit is {limits.accounts}",
            "raise Limits.accounts, or compare fewer",
        )
    versions = _understand(conversation.versions, conversation.participants, lexicon, limits)
    by_pair = _share_links(versions, links)
    comparisons = tuple(
        _compare(
            versions[i],
            versions[j],
            similarity=similarity,
            links=by_pair.get((i, j), ()),
            threshold=threshold,
            watch_topics=watch_topics,
            history=history,
            lexicon=lexicon,
            limits=limits,
        )
        for i, j in combinations(range(len(versions)), 2)
    )
    shared, alone = join_matters(versions, [c.alignment for c in comparisons])
    whole = ConversationComparison(
        conversation=attrs.evolve(conversation, versions=versions),
        comparisons=comparisons,
        shared=shared,
        alone=alone,
    )
    return attrs.evolve(whole, camps=find_camps(whole, lexicon=lexicon))


def compare_many(
    conversations: Iterable[Conversation],
    *,
    jobs: int = 1,
    progress: Callable[[int], None] | None = None,
    similarity: Similarity | None = None,
    threshold: float | None = None,
    watch_topics: Sequence[str] = (),
    lexicon: Lexicon | None = None,
    limits: Limits | None = None,
) -> Iterator[Outcome]:
    """The outcome of each conversation, in order, as soon as it and those before it are done.

    `conversations` is read as needed, so that a stream of any length fits into memory. With `jobs`
    above 1, that many processes work. `progress` is called with the number done so far. A
    conversation that cannot be compared has its error in its outcome, and the rest goes on.

    Raises ConversationError for `jobs` below 1.
    """
    if jobs < 1:
        raise ConversationError("jobs", f"expected a whole number from 1 on, got {jobs}")
    compare = partial(
        compare_conversation,
        similarity=similarity,
        threshold=threshold,
        watch_topics=watch_topics,
        lexicon=lexicon,
        limits=limits,
    )
    work = map_in_order(partial(_try, compare), conversations, jobs=jobs)
    return _tell_outcomes(work, progress)


def _tell_outcomes(
    work: Iterable[tuple[Conversation, ConversationComparison | PairedReadoutsError]],
    progress: Callable[[int], None] | None,
) -> Iterator[Outcome]:
    for done, (conversation, result) in enumerate(work, start=1):
        if progress is not None:
            progress(done)
        if isinstance(result, ConversationComparison):
            yield Outcome(conversation=conversation, comparison=result)
        else:
            yield Outcome(conversation=conversation, error=result)


def _try(
    compare: Callable[[Conversation], ConversationComparison], conversation: Conversation
) -> ConversationComparison | PairedReadoutsError:
    try:
        return compare(conversation)
    except PairedReadoutsError as error:
        return error
    except Exception as error:  # noqa: BLE001 (one bad item must not end a run over thousands)
        name = conversation.id or conversation.versions[0].id
        return PairedReadoutsError(f"conversation {name}", f"{type(error).__name__}: {error}")


def _understand(
    versions: Sequence[Version],
    participants: Sequence[Participant],
    lexicon: Lexicon | None,
    limits: Limits,
) -> tuple[Version, ...]:
    for position, version in enumerate(versions):
        if len(version.text) > limits.characters:
            raise LimitError(
                f"versions[{position}].text",
                f"{len(version.text)} characters, the limit is {limits.characters}",
                "raise Limits.characters, or cut the text",
            )
    if all(version.statements for version in versions):
        return tuple(versions)
    people = tuple(participants) or find_participants(versions, lexicon=lexicon)
    return tuple(
        version
        if version.statements
        else extract_statements(version, participants=people, lexicon=lexicon)
        for version in versions
    )


def _compare(
    left: Version,
    right: Version,
    *,
    similarity: Similarity | None,
    links: Sequence[Link | AnchoredLink],
    threshold: float | None,
    watch_topics: Sequence[str],
    history: Sequence[Version],
    lexicon: Lexicon | None,
    limits: Limits | None,
) -> Comparison:
    alignment = align_statements(
        left,
        right,
        similarity=similarity,
        links=links,
        threshold=threshold,
        lexicon=lexicon,
        limits=limits,
    )
    divergence = score_divergence(
        alignment, watch_topics=watch_topics, history=history, lexicon=lexicon
    )
    return Comparison(left=left, right=right, alignment=alignment, divergence=divergence)


def _share_links(
    versions: Sequence[Version], links: Sequence[AnchoredLink]
) -> dict[tuple[int, int], tuple[AnchoredLink, ...]]:
    """The links of each pair of versions, turned round where they name the pair so."""
    places = {version.id: place for place, version in reversed(list(enumerate(versions)))}
    shared: dict[tuple[int, int], tuple[AnchoredLink, ...]] = {}
    for link in links:
        left = {places.get(anchor.version, -1) for anchor in link.left}
        right = {places.get(anchor.version, -1) for anchor in link.right}
        pair = (min(left), min(right))
        if len(left) > 1 or len(right) > 1 or -1 in pair or pair[0] == pair[1]:
            pair = (0, 1)
        elif pair[0] > pair[1]:
            pair = (pair[1], pair[0])
            link = attrs.evolve(link, left=link.right, right=link.left)  # noqa: PLW2901
        shared[pair] = (*shared.get(pair, ()), link)
    return shared
