"""Sends numbered datagrams and one without a number: `numbered_sender.py PORT "0 1 2 5 4"`, stream 4242, 12 in all, each dated half a second back."""
import socket
import struct
import sys
import time

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
to = ("127.0.0.1", int(sys.argv[1]))
for number in sys.argv[2].split():
    sock.sendto(struct.pack(">4sIQQQ", b"WBN1", 4242, int(number), time.time_ns() - 500_000_000, 12), to)
sock.sendto(b"no number", to)
