"""The wizard's route, without Qt."""
