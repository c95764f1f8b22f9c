"""HistoryDesk: read a piece of history offline, with the evidence behind each statement."""

__version__ = "0.1.0"
