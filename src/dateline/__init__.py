"""dateline turns news reports into a sourced, dated record of what states did and said."""

__version__ = "0.1.0"
