"""Ratios of speed, measured in one run on one machine; never seconds alone."""
