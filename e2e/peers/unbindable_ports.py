"""Prints, as JSON, which of so many TCP ports from one on cannot be bound without SO_REUSEADDR: also those that only connections in TIME_WAIT have."""
import json
import socket
import sys

first, count = map(int, sys.argv[1:])
taken = []
for port in range(first, first + count):
    with socket.socket() as tried:
        try:
            tried.bind(("0.0.0.0", port))
        except OSError:
            taken.append(port)
print(json.dumps(taken))
