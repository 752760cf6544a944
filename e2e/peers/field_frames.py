"""Frames of the sample structure "device", made with struct alone."""
import struct


def crc16(data):
    crc = 0xFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ 0xA001 if crc & 1 else crc >> 1
    return crc


def frame(address, command, sequence, body):
    inner = struct.pack(">BBH", address, command, sequence) + body
    head = struct.pack(">HH", 0xAA55, len(inner)) + inner
    return head + struct.pack("<H", crc16(head))


def receive(sock):
    """The address, command, sequence and body of one frame; None at the end."""
    head = exactly(sock, 4)
    if head is None:
        return None
    start, length = struct.unpack(">HH", head)
    rest = exactly(sock, length + 2)
    (crc,) = struct.unpack("<H", rest[-2:])
    assert start == 0xAA55 and crc == crc16(head + rest[:-2]), (head + rest).hex()
    return (*struct.unpack(">BBH", rest[:4]), rest[4:-2])


def exactly(sock, count):
    got = b""
    while len(got) < count:
        part = sock.recv(count - len(got))
        if not part:
            return None
        got += part
    return got
