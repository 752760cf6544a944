"""Accepts one connection, reads frames to its end, checks each by its own arithmetic, and prints what it found.

template_reader.py: prints its port, then a line a frame. A frame is
  a 16 bit length of the whole frame, high byte first; a 32 bit CRC (zlib) over what follows, low byte first;
  the Unix time in milliseconds, 64 bits, high byte first; 16 bytes of a UUID of version 4; 4 random bytes;
  a counter of 4 digits; a space; text; two bytes of CRC-16/MODBUS over all before them, low byte first.
"""
import socket
import struct
import sys
import time
import uuid
import zlib


def modbus(data):
    crc = 0xFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ 0xA001 if crc & 1 else crc >> 1
    return crc


server = socket.create_server(("127.0.0.1", 0))
print(server.getsockname()[1], flush=True)
connection, _ = server.accept()
data = b""
while chunk := connection.recv(65536):
    data += chunk
while data:
    (length,) = struct.unpack_from(">H", data)
    frame, data = data[:length], data[length:]
    (crc, ms) = struct.unpack_from("<I", frame, 2)[0], struct.unpack_from(">Q", frame, 6)[0]
    identity = uuid.UUID(bytes=frame[14:30])
    problems = []
    if len(frame) != length:
        problems.append("short")
    if zlib.crc32(frame[6:-2]) != crc:
        problems.append("crc32")
    if struct.unpack("<H", frame[-2:])[0] != modbus(frame[:-2]):
        problems.append("modbus")
    if abs(ms / 1000 - time.time()) > 120:
        problems.append("time")
    if identity.version != 4 or identity.variant != uuid.RFC_4122:
        problems.append("uuid")
    print(",".join(problems) or "fine", frame[34:-2].decode(), identity, frame[30:34].hex(), flush=True)
sys.exit(0)
