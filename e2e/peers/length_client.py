"""Sends each further argument with its length in two bytes before it, all in one write; prints each answer in hex."""
import socket
import struct
import sys

host, port, *messages = sys.argv[1:]


def exactly(connection, count):
    data = b""
    while len(data) < count:
        part = connection.recv(count - len(data))
        if not part:
            raise SystemExit(f"the server ended after {len(data)} of {count} bytes")
        data += part
    return data


with socket.create_connection((host, int(port))) as connection:
    connection.sendall(b"".join(struct.pack(">H", len(message)) + message.encode() for message in messages))
    for _ in messages:
        (length,) = struct.unpack(">H", exactly(connection, 2))
        print(exactly(connection, length).hex())
