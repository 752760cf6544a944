"""What peers that read frames have in common."""


def crc16(data):
    """CRC-16/MODBUS."""
    crc = 0xFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ 0xA001 if crc & 1 else crc >> 1
    return crc


def exactly(connection, count):
    """The next bytes; where they do not come, the peer ends."""
    data = b""
    while len(data) < count:
        part = connection.recv(count - len(data))
        if not part:
            raise SystemExit(f"the connection ended after {len(data)} of {count} bytes")
        data += part
    return data
