"""Prints its port, then the TTL with which each datagram came."""
import socket
import struct

IP_RECVTTL = 12
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.setsockopt(socket.IPPROTO_IP, IP_RECVTTL, 1)
s.bind(("127.0.0.1", 0))
print(s.getsockname()[1], flush=True)
while True:
    _, extra, _, _ = s.recvmsg(2048, 256)
    for level, kind, data in extra:
        if level == socket.IPPROTO_IP and kind == socket.IP_TTL:
            print(struct.unpack("i", data)[0], flush=True)
