"""Reads the records of soak-load.py in captures, by the format's own rules: a folder for each line of stdin, in their order.

Only what came in on an interface with the name of an endpoint counts: what a proxy's target returned is on its ` (exported)`.
Prints an empty line for each folder that it has read, and a SoakFound as JSON at the end of stdin. A connection may go on in the next folder.
"""
import glob
import json
import os
import re
import struct
import sys

SIZE = 64
RECORD = re.compile(rb"S(\d{8}) (\d{10}) [a-z]{%d}\n" % (SIZE - 22))
INTERFACE, PACKET = 1, 6
NAME, FLAGS, QUEUE = 2, 2, 6
RAW = 101
TCP, UDP = 6, 17

# By endpoint, and by endpoint and connection.
found = {}
rests = {}
# By endpoint and stream: the number of the next record.
following = {}
packets = 0


def options(block, at, end):
    while at + 4 <= end:
        code, length = struct.unpack_from("<HH", block, at)
        if code == 0:
            return
        yield code, block[at + 4 : at + 4 + length]
        at += 4 + (length + 3 & ~3)


def ip_payload(packet):
    if packet[0] >> 4 == 4:
        protocol, at = packet[9], (packet[0] & 15) * 4
        end = struct.unpack_from(">H", packet, 2)[0]
    else:
        protocol, at = packet[6], 40
        end = 40 + struct.unpack_from(">H", packet, 4)[0]
    if protocol == TCP:
        at += (packet[at + 12] >> 4) * 4
    elif protocol == UDP:
        at += 8
    return packet[at:end]


def pdu_payload(packet):
    at = 0
    while True:
        tag, length = struct.unpack_from(">HH", packet, at)
        at += 4 + length
        if tag == 0:
            return packet[at:]


def take(endpoint, connection, payload):
    counts = found.setdefault(endpoint, {"records": 0, "streams": 0, "wrong": 0})
    key = (endpoint, connection)
    data = rests.pop(key, b"") + payload
    end = len(data) - len(data) % SIZE
    for at in range(0, end, SIZE):
        match = RECORD.match(data, at)
        if match is None:
            counts["wrong"] += 1
            continue
        stream, number = match[1], int(match[2])
        expected = following.get((endpoint, stream), 0)
        if expected == 0:
            counts["streams"] += 1
        counts["records"] += 1
        if number != expected:
            counts["wrong"] += 1
        following[endpoint, stream] = number + 1
    if end < len(data):
        rests[key] = data[end:]


def read(path, wanted):
    global packets
    interfaces = []
    with open(path, "rb") as file:
        while True:
            head = file.read(8)
            if not head:
                return
            kind, length = struct.unpack("<II", head)
            block = head + file.read(length - 8)
            if kind == INTERFACE:
                link = struct.unpack_from("<H", block, 8)[0]
                name = next(value for code, value in options(block, 16, length - 4) if code == NAME)
                interfaces.append((name.decode(), link))
            elif kind == PACKET:
                packets += 1
                interface, _, _, captured = struct.unpack_from("<IIII", block, 8)
                endpoint, link = interfaces[interface]
                if endpoint not in wanted:
                    continue
                said = dict(options(block, 28 + (captured + 3 & ~3), length - 4))
                if FLAGS not in said or struct.unpack("<I", said[FLAGS])[0] & 3 != 1:
                    continue
                packet = block[28 : 28 + captured]
                payload = ip_payload(packet) if link == RAW else pdu_payload(packet)
                if payload:
                    take(endpoint, struct.unpack("<I", said[QUEUE])[0], payload)


wanted = set(sys.argv[1:])
for line in sys.stdin:
    for path in sorted(glob.glob(os.path.join(glob.escape(line.strip()), "*.pcapng"))):
        read(path, wanted)
    print(flush=True)
for (endpoint, _), rest in rests.items():
    found[endpoint]["wrong"] += 1
usage = os.times()
print(json.dumps({"found": found, "packets": packets, "cpu": usage.user + usage.system}))
