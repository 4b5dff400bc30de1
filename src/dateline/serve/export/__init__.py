"""Events in the field's own formats; a format is a function from events to lines of text, or to bytes."""

from dateline.serve.export.formats import BINARY, FORMATS, KINDS, export_bytes, export_lines

__all__ = ["BINARY", "FORMATS", "KINDS", "export_bytes", "export_lines"]
