"""Frames of the sample structure "device", made with struct alone."""
import struct

from wire import crc16, exactly


def frame(address, command, sequence, body):
    inner = struct.pack(">BBH", address, command, sequence) + body
    head = struct.pack(">HH", 0xAA55, len(inner)) + inner
    return head + struct.pack("<H", crc16(head))


def receive(sock):
    """The address, command, sequence and body of one frame; None at the end."""
    first = sock.recv(1)
    if not first:
        return None
    head = first + exactly(sock, 3)
    start, length = struct.unpack(">HH", head)
    rest = exactly(sock, length + 2)
    (crc,) = struct.unpack("<H", rest[-2:])
    assert start == 0xAA55 and crc == crc16(head + rest[:-2]), (head + rest).hex()
    return (*struct.unpack(">BBH", rest[:4]), rest[4:-2])
