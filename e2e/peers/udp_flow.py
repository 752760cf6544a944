"""Sends numbered datagrams to a UDP server that echoes them, and checks that every echo comes back once and in order.

udp_flow.py HOST PORT; for each line of stdin, a number, it sends as many more, and prints `ok` when all have come back. At most WINDOW are
on their way at a time, so that no queue of the system overflows.
"""
import socket
import sys

WINDOW = 1000
FILLER = b"." * 48

family, _, _, _, to = socket.getaddrinfo(sys.argv[1], int(sys.argv[2]), type=socket.SOCK_DGRAM)[0]
s = socket.socket(family, socket.SOCK_DGRAM)
s.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4 << 20)
s.settimeout(60)
s.connect(to)
sent = received = 0
for line in sys.stdin:
    end = sent + int(line)
    while received < end:
        while sent < end and sent - received < WINDOW:
            s.send(b"%08d" % sent + FILLER)
            sent += 1
        number = int(s.recv(65536)[:8])
        if number != received:
            sys.exit(f"The echo of {number} came instead of that of {received}.")
        received += 1
    print("ok", flush=True)
