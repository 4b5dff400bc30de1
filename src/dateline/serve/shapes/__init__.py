"""The JSON that others rely on: one pydantic model for each shape, made from the records."""
