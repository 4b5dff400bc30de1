"""Resolution → Attributions: source, cue, content and form; speaker, channel, relays."""

from dateline.attribute.attributor import Attributor

__all__ = ["Attributor"]
