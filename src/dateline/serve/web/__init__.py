"""The pages: rendered on the server, readable without scripts, everything that they are drawn with in this package."""

from dateline.serve.web.pages import add_pages, problem_page

__all__ = ["add_pages", "problem_page"]
