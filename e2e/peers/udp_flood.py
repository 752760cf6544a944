"""Sends numbered datagrams to a UDP server without end: `udp_flood.py HOST PORT`. Prints `sending` before the first."""
import itertools
import socket
import sys

FILLER = b"." * 48

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.connect((sys.argv[1], int(sys.argv[2])))
print("sending", flush=True)
for number in itertools.count():
    try:
        s.send(b"%08d" % number + FILLER)
    except ConnectionRefusedError:
        pass
