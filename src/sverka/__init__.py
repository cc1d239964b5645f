"""Sverka reads political writing and checks what it says about states against open data and a sourced record."""

__version__ = "0.2.0"
