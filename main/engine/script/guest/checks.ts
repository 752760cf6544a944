import type { BytesLike } from './text.ts';

export type Checks = ReturnType<typeof makeChecks>;

/**
 * Checksums, with parameters from the catalogue of CRC algorithms (reveng.sourceforge.io). The function runs in the
 * interpreter as its own source text: it may reference only `view8`.
 */
export function makeChecks(view8: (data: BytesLike) => Uint8Array) {
	/** For CRC-32/ISO-HDLC, created on first use. */
	let table: Uint32Array | undefined;

	function tableOf32(): Uint32Array {
		const made = new Uint32Array(256);
		for (let byte = 0; byte < 256; byte++) {
			let crc = byte;
			for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
			made[byte] = crc;
		}
		return made;
	}

	function crc32(data: BytesLike): number {
		table ??= tableOf32();
		let crc = 0xffffffff;
		for (const byte of view8(data)) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0);
		return ~crc >>> 0;
	}

	/** CRC-16/MODBUS: reflected. */
	function modbus(bytes: Uint8Array): number {
		let crc = 0xffff;
		for (const byte of bytes) {
			crc ^= byte;
			for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xa001 : crc >>> 1;
		}
		return crc;
	}

	/** CRC-16/XMODEM from 0, CRC-16/IBM-3740 from 0xffff. */
	function forward16(bytes: Uint8Array, first: number): number {
		let crc = first;
		for (const byte of bytes) {
			crc ^= byte << 8;
			for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
		}
		return crc;
	}

	function crc16(data: BytesLike, kind: 'modbus' | 'xmodem' | 'ccitt' = 'modbus'): number {
		const bytes = view8(data);
		if (kind === 'modbus') return modbus(bytes);
		if (kind === 'xmodem') return forward16(bytes, 0);
		if (kind === 'ccitt') return forward16(bytes, 0xffff);
		throw new TypeError('There are the kinds modbus, xmodem and ccitt.');
	}

	function sum8(data: BytesLike): number {
		let sum = 0;
		for (const byte of view8(data)) sum = (sum + byte) & 0xff;
		return sum;
	}

	function xor8(data: BytesLike): number {
		let value = 0;
		for (const byte of view8(data)) value ^= byte;
		return value;
	}

	return { crc32, crc16, sum8, xor8 };
}
