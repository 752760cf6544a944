"""Asks a device for values, and prints what its answers say, one a line. A negative sequence: with a wrong checksum first.

field_client.py HOST PORT ADDRESS:SEQUENCE:FIRST:COUNT...
"""
import socket
import struct
import sys

from field_frames import frame, receive

host, port, requests = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
with socket.create_connection((host, port), timeout=60) as s:
    for request in requests:
        address, sequence, first, count = map(int, request.split(":"))
        if sequence < 0:
            sequence = -sequence
            wrong = frame(address, 1, sequence, struct.pack(">HB", first, count))
            s.sendall(wrong[:-1] + bytes([wrong[-1] ^ 0xFF]))
        s.sendall(frame(address, 1, sequence, struct.pack(">HB", first, count)))
        address, command, sequence, body = receive(s)
        if command == 127:
            print(f"{address} {sequence} error {body[0]}", flush=True)
            continue
        first, count = struct.unpack(">HB", body[:3])
        values = struct.unpack(f">{count}h", body[3:])
        print(f"{address} {sequence} {first} {' '.join(str(v / 10) for v in values)}", flush=True)
