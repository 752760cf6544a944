/** A pcap file of one UDP datagram from 127.0.0.1:1000 to 127.0.0.1:2000 (libpcap's format, link type raw IP). */
export function pcap(payload: string): Buffer {
	const data = Buffer.from(payload);
	const header = Buffer.alloc(24);
	header.writeUInt32LE(0xa1b2c3d4, 0);
	header.writeUInt16LE(2, 4);
	header.writeUInt16LE(4, 6);
	header.writeUInt32LE(65535, 16);
	header.writeUInt32LE(101, 20);
	const packet = Buffer.alloc(28);
	packet.writeUInt8(0x45, 0);
	packet.writeUInt16BE(28 + data.length, 2);
	packet.writeUInt8(64, 8);
	packet.writeUInt8(17, 9);
	packet.set([127, 0, 0, 1, 127, 0, 0, 1], 12);
	packet.writeUInt16BE(1000, 20);
	packet.writeUInt16BE(2000, 22);
	packet.writeUInt16BE(8 + data.length, 24);
	const record = Buffer.alloc(16);
	record.writeUInt32LE(28 + data.length, 8);
	record.writeUInt32LE(28 + data.length, 12);
	return Buffer.concat([header, record, packet, data]);
}
