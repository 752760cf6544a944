"""A device that has values from 20.0 on; it answers reads, and counts its answers. Prints its port.

field_device.py [WRONG]   with WRONG the sequence of its answers is one too high
"""
import socket
import struct
import sys

from field_frames import frame, receive

with socket.create_server(("127.0.0.1", 0)) as server:
    print(server.getsockname()[1], flush=True)
    while True:
        connection, _ = server.accept()
        with connection:
            while (got := receive(connection)) is not None:
                address, command, sequence, body = got
                if len(sys.argv) > 1:
                    sequence += 1
                if command != 1:
                    connection.sendall(frame(address, 127, sequence, b"\x01"))
                    continue
                first, count = struct.unpack(">HB", body)
                values = struct.pack(f">{count}h", *(200 + first + n for n in range(count)))
                connection.sendall(frame(address, 2, sequence, body + values))
