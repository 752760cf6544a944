import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';

/** Block type of an enhanced packet, and how far its packet is from its beginning (pcapng draft, section 4.3). */
const PACKET = 6;
const PACKET_AT = 28;
/** IPv4 without options, then UDP. */
const HEADERS = 28;
const UDP = 17;
const PIECE = 8 << 20;
/** The offsets of a datagram's number, and of its constant part: see load/udp-load.py. */
const NUMBER = [3, 13] as const;
const FILLER = 31;
const FILL = 'abcdefghijklmnopqrstuvwxyz012345';

/** The generator's datagrams in a capture. */
export interface Checked {
	readonly datagrams: number;
	/** Missing numbers, up to the last that arrived. */
	readonly missing: number;
	/** Numbers that arrived again, or after a later one. */
	readonly disordered: number;
	/** Datagrams with wrong bytes. */
	readonly wrong: number;
}

/** Reads the segments by the format's own rules, without Wirebench's code, and checks every byte of the datagrams to `port`. */
export function checkDatagrams(folder: string, port: number, size: number): Checked {
	const filler = Buffer.from(FILL.repeat(Math.ceil(size / FILL.length) + 1).slice(0, size - FILLER));
	const found = { datagrams: 0, disordered: 0, wrong: 0 };
	let last = -1;
	let gaps = 0;
	const packet = (bytes: Buffer, at: number, length: number): void => {
		if (bytes[at] !== 0x45 || bytes[at + 9] !== UDP || bytes.readUInt16BE(at + 22) !== port) return;
		found.datagrams += 1;
		const payload = at + HEADERS;
		const number = Number(bytes.toString('latin1', payload + NUMBER[0], payload + NUMBER[1]));
		const same = bytes.compare(filler, 0, filler.length, payload + FILLER, payload + size) === 0;
		if (length !== HEADERS + size || !same || bytes[payload] !== 0x77 || !Number.isInteger(number)) found.wrong += 1;
		else if (number <= last) found.disordered += 1;
		else {
			gaps += number - last - 1;
			last = number;
		}
	};
	const segments = readdirSync(folder).filter((name) => name.endsWith('.pcapng'));
	for (const name of segments.sort()) eachPacket(join(folder, name), packet);
	return { ...found, missing: gaps };
}

function eachPacket(path: string, use: (bytes: Buffer, at: number, length: number) => void): void {
	const file = openSync(path, 'r');
	const bytes = Buffer.alloc(PIECE);
	try {
		let held = 0;
		for (;;) {
			const count = readSync(file, bytes, held, PIECE - held, null);
			held += count;
			let at = 0;
			while (at + 8 <= held) {
				const length = bytes.readUInt32LE(at + 4);
				if (length < 12 || length > PIECE) throw new Error(`${path}: a block cannot be ${length} bytes long.`);
				if (at + length > held) break;
				if (bytes.readUInt32LE(at) === PACKET) use(bytes, at + PACKET_AT, bytes.readUInt32LE(at + 20));
				at += length;
			}
			bytes.copyWithin(0, at, held);
			held -= at;
			if (count === 0) {
				if (held > 0) throw new Error(`${path} ends in the middle of a block.`);
				return;
			}
		}
	} finally {
		closeSync(file);
	}
}
