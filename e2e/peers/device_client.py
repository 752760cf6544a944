"""A device of the protocol with CRC-16/MODBUS: sends three values, then prints the fields of the request that it gets."""
import socket
import struct
import sys

from wire import crc16, exactly


def framed(frame):
    message = struct.pack(">HH", 0xAA55, len(frame)) + frame
    return message + struct.pack("<H", crc16(message))


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
