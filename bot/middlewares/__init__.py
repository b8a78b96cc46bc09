"""What happens around every update and every outgoing request."""
