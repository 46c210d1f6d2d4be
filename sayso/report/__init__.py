"""What sayso says, as text, JSON and HTML."""
