"""Sends messages to a UDP server one by one from one socket, and prints the answer to each.

udp_asker.py HOST PORT TEXT...
"""
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.settimeout(60)
for text in sys.argv[3:]:
    s.sendto(text.encode(), (sys.argv[1], int(sys.argv[2])))
    print(s.recv(65536).decode(), flush=True)
