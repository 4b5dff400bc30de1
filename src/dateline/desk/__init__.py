"""The desk: where stages, archive, merging and register meet. It only calls; every decision is made in the stages."""
