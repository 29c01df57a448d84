"""What a pasted line means, without a network."""
