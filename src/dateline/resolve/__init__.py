"""Reading → Resolution: names → actors with dated roles, time expressions → symbolic values, places."""

from dateline.resolve.catalogue import Catalogue
from dateline.resolve.resolver import Resolver

__all__ = ["Catalogue", "Resolver"]
