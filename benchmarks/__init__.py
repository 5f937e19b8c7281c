"""Repeatable measurements. They print ratios within one run: figures of different machines say nothing."""
