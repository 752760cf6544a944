"""Receives COUNT datagrams of udp_scatter's contents at HOST: `udp_collect.py HOST COUNT`. Prints the port, then `[[size, seed], ...]`.

The seed is -1 where the byte at `i` is not `seed + i` modulo 256.
"""
import json
import socket
import sys

host, count = sys.argv[1], int(sys.argv[2])
pattern = bytes(range(256)) * 258
receiver = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_DGRAM)
receiver.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8 << 20)
receiver.bind((host, 0))
print(receiver.getsockname()[1], flush=True)
got = []
for _ in range(count):
    data = receiver.recv(65536)
    seed = data[0] if data else 0
    got.append([len(data), seed if data == pattern[seed : seed + len(data)] else -1])
print(json.dumps(got))
