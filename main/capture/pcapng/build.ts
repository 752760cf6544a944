import { BLOCK, BLOCK_OVERHEAD, BYTE_ORDER_MAGIC, MAX_OPTION_BYTES, OPTION, padded } from './format.ts';

/** One option: its code and value. */
export interface Option {
	readonly code: number;
	readonly value: Uint8Array;
}

/** Text for an option: UTF-8, no NUL (readers stop there), cut at a character to fit the 16-bit length. */
export function optionText(text: string): Uint8Array {
	const target = new Uint8Array(Math.min(text.length * 3, MAX_OPTION_BYTES - 3));
	const { written } = new TextEncoder().encodeInto(text.replaceAll('\0', '\ufffd'), target);
	return target.subarray(0, written);
}

/** The option list with its end mark; no bytes at all for an empty list. */
export function buildOptions(options: readonly Option[]): Uint8Array {
	if (options.length === 0) return new Uint8Array(0);
	const size = options.reduce((sum, { value }) => sum + 4 + padded(value.length), 4);
	const bytes = new Uint8Array(size);
	const view = new DataView(bytes.buffer);
	let at = 0;
	for (const { code, value } of options) {
		view.setUint16(at, code, true);
		view.setUint16(at + 2, value.length, true);
		bytes.set(value, at + 4);
		at += 4 + padded(value.length);
	}
	return bytes;
}

/** A whole block around a body, which is padded to 32 bits. */
export function buildBlock(type: number, ...body: Uint8Array[]): Uint8Array {
	const length = body.reduce((sum, part) => sum + padded(part.length), BLOCK_OVERHEAD);
	const bytes = new Uint8Array(length);
	const view = new DataView(bytes.buffer);
	view.setUint32(0, type, true);
	view.setUint32(4, length, true);
	let at = 8;
	for (const part of body) {
		bytes.set(part, at);
		at += padded(part.length);
	}
	view.setUint32(length - 4, length, true);
	return bytes;
}

/** A section header, version 1.0, with unspecified length (-1) since it grows. */
export function buildSection(application: string, comment: string): Uint8Array {
	const fixed = new Uint8Array(16);
	const view = new DataView(fixed.buffer);
	view.setUint32(0, BYTE_ORDER_MAGIC, true);
	view.setUint16(4, 1, true);
	view.setBigInt64(8, -1n, true);
	const options = [
		{ code: OPTION.comment, value: optionText(comment) },
		{ code: OPTION.sectionApplication, value: optionText(application) },
	];
	return buildBlock(BLOCK.section, fixed, buildOptions(options));
}

/** An interface with nanosecond times and no limit on packet lengths. */
export function buildInterface(linkType: number, name: string, description: string): Uint8Array {
	const fixed = new Uint8Array(8);
	new DataView(fixed.buffer).setUint16(0, linkType, true);
	const options = [
		{ code: OPTION.interfaceName, value: optionText(name) },
		{ code: OPTION.interfaceDescription, value: optionText(description) },
		{ code: OPTION.interfaceResolution, value: Uint8Array.of(9) },
	];
	return buildBlock(BLOCK.interface, fixed, buildOptions(options));
}

export interface PacketFields {
	readonly interfaceId: number;
	/** Nanoseconds since 1970. */
	readonly time: bigint;
	/** epb_flags. */
	readonly flags?: number;
	/** epb_queue: the connection's number. */
	readonly queue?: number;
	readonly comment?: string;
	readonly packet: Uint8Array;
}

/** An enhanced packet block with any of the options that Wirebench uses, in the order flags, queue, comment. */
export function buildPacket(fields: PacketFields): Uint8Array {
	const fixed = new Uint8Array(20);
	const view = new DataView(fixed.buffer);
	view.setUint32(0, fields.interfaceId, true);
	view.setUint32(4, Number(fields.time >> 32n), true);
	view.setUint32(8, Number(fields.time & 0xffff_ffffn), true);
	view.setUint32(12, fields.packet.length, true);
	view.setUint32(16, fields.packet.length, true);
	const options: Option[] = [];
	const number = (code: number, value: number | undefined) => {
		if (value === undefined) return;
		const bytes = new Uint8Array(4);
		new DataView(bytes.buffer).setUint32(0, value, true);
		options.push({ code, value: bytes });
	};
	number(OPTION.packetFlags, fields.flags);
	number(OPTION.packetQueue, fields.queue);
	if (fields.comment !== undefined) options.push({ code: OPTION.comment, value: optionText(fields.comment) });
	return buildBlock(BLOCK.packet, fixed, fields.packet, buildOptions(options));
}
