"""Very large archives: inputs cut into tasks, done by many processes or machines, filed as Parquet by day.

A task can be done again at any time, and comes out the same: its files bear its name, they are put in their places whole, and only
then does the manifest know it. What a run that was cut off has left behind is cleared away by the next one.
"""
