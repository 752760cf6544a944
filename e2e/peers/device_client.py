"""A device of the protocol with CRC-16/MODBUS: sends three values, then prints the fields of the request that it gets."""
import socket
import struct
import sys


def crc16(data):
    crc = 0xFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0xA001 if crc & 1 else 0)
    return crc


def framed(frame):
    message = struct.pack(">HH", 0xAA55, len(frame)) + frame
    return message + struct.pack("<H", crc16(message))


def exactly(connection, count):
    data = b""
    while len(data) < count:
        part = connection.recv(count - len(data))
        if not part:
            raise SystemExit(f"the server ended after {len(data)} of {count} bytes")
        data += part
    return data


host, port = sys.argv[1:]
with socket.create_connection((host, int(port))) as connection:
    values = [235, -5, 1000]
    connection.sendall(framed(struct.pack(">BBHHB3h", 5, 2, 7, 0x0100, len(values), *values)))
    print("sent", flush=True)
    head = exactly(connection, 4)
    start, length = struct.unpack(">HH", head)
    frame = exactly(connection, length)
    (crc,) = struct.unpack("<H", exactly(connection, 2))
    address, command, sequence, first, count = struct.unpack(">BBHHB", frame)
    print(hex(start), address, command, sequence, first, count, crc == crc16(head + frame), flush=True)
