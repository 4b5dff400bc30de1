"""The time expressions of a reading, symbolic."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from dateline.model import Anchor, Reading, SectionKind, Span, TimeMention, TimeType
from dateline.resolve.times import order
from dateline.resolve.times.covering import Covering
from dateline.resolve.times.evaluate import evaluate
from dateline.resolve.times.lexer import Line, lex
from dateline.resolve.times.patterns import grammar
from dateline.resolve.times.pieces import Piece, join, modified, scan
from dateline.resolve.times.ranges import with_ranges
from dateline.resolve.times.symbolic import Call, Expr, words
from dateline.resolve.times.tense import direction

LONGEST_CLAUSE = 40
"""Words after "two days after" that are taken for the act; what is longer is noise."""
RELATIVE = frozenset(
    {"century", "decade", "year", "half", "quarter", "season", "month", "week", "weekend", "day", "hour", "minute", "second"}
    | {"pick", "this", "last", "next", "past", "future", "near", "closest", "nth", "again", "told", "exact", "within", "ref"}
)
"""Words of the symbolic language that make a value depend on something else."""


def find_times(reading: Reading, date_order: str = "mdy") -> tuple[TimeMention, ...]:
    """The time expressions of a reading, in order, symbolic; none in boilerplate. ``date_order`` is "mdy" or "dmy", for reports
    whose text, outlet and address do not show another.
    """
    date_order = order.date_order(reading.report, date_order)
    quoted = Covering((q.inner, None) for q in reading.quotations)
    return tuple(mention for line in lines(reading, date_order) for mention in in_line(reading, line, quoted))


def lines(reading: Reading, date_order: str) -> Iterator[Line]:
    """The paragraphs of a reading as words; the whole text where it has none."""
    text = reading.report.text
    skipped = sorted(s.span for s in reading.sections if s.kind is SectionKind.BOILERPLATE)
    for span in reading.paragraphs or (Span(0, len(text)),):
        i = bisect_left(skipped, (span.end,))
        if not any(span.overlaps(other) for other in skipped[max(0, i - 1) : i]):
            yield lex(text, span.start, span.end, date_order)


def in_line(reading: Reading, line: Line, quoted: Covering[None]) -> Iterator[TimeMention]:
    """The time expressions of one paragraph."""
    since = 0
    for piece in with_ranges(line, join(line, scan(line, grammar()))):
        if not piece.weak:
            yield mention(reading, line, modified(line, piece, since), quoted)
            since = piece.end


def mention(reading: Reading, line: Line, piece: Piece, quoted: Covering[None]) -> TimeMention:
    """A find as a mention: direction told by the verb, anchor by where it stands."""
    span = Span(line.starts[piece.start], line.ends[piece.end - 1])
    expr = folded(directed(piece.expr, reading, span))
    anchor = anchor_of(piece, expr, quoted.holds(span))
    clause = clause_after(line, piece) if anchor is Anchor.EVENT else None
    return TimeMention(span, TimeType(piece.type), str(expr), anchor, mod=piece.mod, anchor_span=clause)


def folded(expr: Expr) -> Expr:
    """The value of an expression that is reckoned from nothing outside of it: "the first week of May 2014"."""
    return evaluate(str(expr), None) or expr if isinstance(expr, Call) and says_itself(expr) else expr


def directed(expr: Expr, reading: Reading, span: Span) -> Expr:
    """The expression with every ``pick`` told by the tense of the verb on which the words hang."""
    if isinstance(expr, str):
        return expr
    args = tuple(directed(arg, reading, span) for arg in expr.args)
    return Call(toward(str(args[0]), reading, span) if expr.name == "pick" else expr.name, args)


def toward(partial: str, reading: Reading, span: Span) -> str:
    """The direction of a partial date. A quarter is the nearest even before a verb of the future, which tells when its figures
    come out: "will report a loss for the third quarter".
    """
    found = direction(reading, span)
    if found == "ahead":
        return "future" if partial.startswith("XXXX-WXX") else "near"
    if found == "ahead future":
        return "future"
    return "near" if found == "future" and partial.startswith("XXXX-Q") else found


def anchor_of(piece: Piece, expr: Expr, quoted: bool) -> Anchor:
    """What an expression is reckoned from."""
    if not RELATIVE.intersection(words(expr)) or says_itself(expr):
        return Anchor.ABSOLUTE
    if piece.anchor in {"narrative", "event"}:
        return Anchor(piece.anchor)
    return Anchor.QUOTATION if quoted else Anchor.PUBLICATION


def says_itself(expr: Expr) -> bool:
    """Whether an expression is reckoned from an absolute value inside of it: "the first week of May 2014"."""
    while isinstance(expr, Call) and expr.name in {"from", "at"}:
        expr = expr.args[0]
    return isinstance(expr, str) and expr != "ref"


def clause_after(line: Line, piece: Piece) -> Span | None:
    """The words of the act that follow "two days after", up to the next mark that ends a clause."""
    last = piece.end
    while last < min(len(line), piece.end + LONGEST_CLAUSE) and line.word(last) not in {".", ",", ";", ":", "!", "?", ")", "--"}:
        last += 1
    return Span(line.starts[piece.end], line.ends[last - 1]) if last > piece.end else None
