"""The record for people: what each command shows in a terminal."""
