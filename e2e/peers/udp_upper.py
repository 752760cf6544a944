"""Prints its UDP port, answers so many datagrams in upper case, printing the port and the text of each, and ends.

udp_upper.py COUNT
"""
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("127.0.0.1", 0))
print(s.getsockname()[1], flush=True)
for _ in range(int(sys.argv[1])):
    data, peer = s.recvfrom(65536)
    print(peer[1], data.decode(), flush=True)
    s.sendto(data.upper(), peer)
