import { closeSync, openSync, writeSync } from 'node:fs';

/** A datagram of a capture file: its ports, and its payload. */
export interface FileDatagram {
	readonly from: number;
	readonly to: number;
	readonly payload: Uint8Array;
}

/** LINKTYPE_RAW: packets begin with their IP header. */
const LINK_RAW = 101;
const IP_BYTES = 20;
const UDP_BYTES = 8;
const RECORD_BYTES = 16;
/** Bytes of one write. */
const WRITE = 1 << 20;

function header(): Buffer {
	const bytes = Buffer.alloc(24);
	bytes.writeUInt32LE(0xa1b2c3d4, 0);
	bytes.writeUInt16LE(2, 4);
	bytes.writeUInt16LE(4, 6);
	bytes.writeUInt32LE(0xffff, 16);
	bytes.writeUInt32LE(LINK_RAW, 20);
	return bytes;
}

function ipChecksum(bytes: Buffer): number {
	let sum = 0;
	for (let at = 0; at < IP_BYTES; at += 2) sum += bytes.readUInt16BE(at);
	while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
	return sum ^ 0xffff;
}

/** A record of the file, ten microseconds behind the one before. The server is 127.0.0.2, of the lower port. */
function record(i: number, { from, to, payload }: FileDatagram): Buffer {
	const length = IP_BYTES + UDP_BYTES + payload.length;
	const bytes = Buffer.alloc(RECORD_BYTES + length);
	bytes.writeUInt32LE(1_700_000_000 + Math.floor(i / 100_000), 0);
	bytes.writeUInt32LE((i % 100_000) * 10, 4);
	bytes.writeUInt32LE(length, 8);
	bytes.writeUInt32LE(length, 12);
	const ip = bytes.subarray(RECORD_BYTES);
	ip[0] = 0x45;
	ip.writeUInt16BE(length, 2);
	ip[8] = 64;
	ip[9] = 17;
	ip.set([127, 0, 0, from < to ? 2 : 1, 127, 0, 0, from < to ? 1 : 2], 12);
	ip.writeUInt16BE(ipChecksum(ip), 10);
	ip.writeUInt16BE(from, IP_BYTES);
	ip.writeUInt16BE(to, IP_BYTES + 2);
	ip.writeUInt16BE(UDP_BYTES + payload.length, IP_BYTES + 4);
	ip.set(payload, IP_BYTES + UDP_BYTES);
	return bytes;
}

/** Writes so many datagrams as a pcap file, which no code of Wirebench has made. */
export function writeUdpPcap(path: string, count: number, datagram: (i: number) => FileDatagram): void {
	const file = openSync(path, 'w');
	try {
		let parts: Buffer[] = [header()];
		let bytes = 0;
		for (let i = 0; i < count; i++) {
			const one = record(i, datagram(i));
			parts.push(one);
			bytes += one.length;
			if (bytes < WRITE) continue;
			writeSync(file, Buffer.concat(parts));
			parts = [];
			bytes = 0;
		}
		writeSync(file, Buffer.concat(parts));
	} finally {
		closeSync(file);
	}
}
