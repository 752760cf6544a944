"""A UDP server that answers each datagram with its length and the data; prints its port, then each
datagram as hex.

udp_server.py COUNT   (ends after COUNT datagrams)
"""
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.settimeout(60)
s.bind(("127.0.0.1", 0))
print(s.getsockname()[1], flush=True)
for _ in range(int(sys.argv[1])):
    data, sender = s.recvfrom(65536)
    print(data.hex(), flush=True)
    s.sendto(b"%d:" % len(data) + data, sender)
