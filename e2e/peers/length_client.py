"""Sends each further argument with its length in two bytes before it, all in one write; prints each answer in hex."""
import socket
import struct
import sys

from wire import exactly

host, port, *messages = sys.argv[1:]
with socket.create_connection((host, int(port))) as connection:
    connection.sendall(b"".join(struct.pack(">H", len(message)) + message.encode() for message in messages))
    for _ in messages:
        (length,) = struct.unpack(">H", exactly(connection, 2))
        print(exactly(connection, length).hex())
