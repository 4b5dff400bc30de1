"""Events in the field's own formats; a format is a function from events to lines of text."""

from dateline.serve.export.formats import FORMATS, export_lines

__all__ = ["FORMATS", "export_lines"]
