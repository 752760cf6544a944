/** Capture files as written by other programs, in either byte order. */

export interface FilePacket {
	/** Nanoseconds since 1970. */
	readonly time: bigint;
	readonly bytes: Uint8Array;
	/** Bytes on the network, where fewer were captured. */
	readonly original?: number;
	readonly comments?: readonly string[];
	readonly interface?: number;
}

export interface FileFields {
	readonly little?: boolean;
	readonly link?: number;
}

function numbers(little: boolean) {
	const write = (bytes: number, put: (view: DataView) => void) => {
		const array = new Uint8Array(bytes);
		put(new DataView(array.buffer));
		return [...array];
	};
	return {
		u16: (value: number) => write(2, (view) => view.setUint16(0, value, little)),
		u32: (value: number) => write(4, (view) => view.setUint32(0, value, little)),
		i64: (value: bigint) => write(8, (view) => view.setBigInt64(0, value, little)),
	};
}

/** Joins pieces, without the limits of spreading. */
function joined(pieces: readonly (Uint8Array | readonly number[])[]): Buffer {
	return Buffer.concat(pieces.map((piece) => Buffer.from(piece)));
}

/** A pcap file. `magic`: 0xa1b2c3d4 for microseconds, 0xa1b23c4d for nanoseconds, 0xa1b2cd34 for old Linux libpcaps. */
export function pcapFile(
	packets: readonly FilePacket[],
	{ little = true, link = 1, magic = 0xa1b2c3d4 }: FileFields & { magic?: number } = {},
): Buffer {
	const { u16, u32 } = numbers(little);
	const unit = magic === 0xa1b23c4d ? 1n : 1000n;
	const pieces: (Uint8Array | number[])[] = [
		[...u32(magic), ...u16(2), ...u16(4), ...u32(0), ...u32(0), ...u32(262_144), ...u32(link)],
	];
	for (const { time, bytes, original = bytes.length } of packets) {
		const seconds = Number(time / 1_000_000_000n);
		const rest = Number((time % 1_000_000_000n) / unit);
		pieces.push([...u32(seconds), ...u32(rest), ...u32(bytes.length), ...u32(original)]);
		if (magic === 0xa1b2cd34) pieces.push([...u32(1), ...u16(0x0800), 0, 0]);
		pieces.push(bytes);
	}
	return joined(pieces);
}

export interface FileInterface {
	readonly link: number;
	readonly name?: string;
	/** if_tsresol as in the file, where it is not the default of 6. */
	readonly resolution?: number;
	/** if_tsoffset, seconds. */
	readonly offset?: bigint;
	readonly snapLength?: number;
}

/** Blocks of a pcapng file in one byte order. */
export function pcapngBlocks(little: boolean) {
	const { u16, u32, i64 } = numbers(little);
	const pad = (length: number) => new Array<number>((4 - (length % 4)) % 4).fill(0);
	const option = (code: number, value: Uint8Array | readonly number[]) => [
		...u16(code),
		...u16(value.length),
		...value,
		...pad(value.length),
	];
	const text = (code: number, value: string) => option(code, Buffer.from(value));
	const options = (list: readonly number[][]) => (list.length === 0 ? [] : [...list.flat(), 0, 0, 0, 0]);
	const block = (type: number, body: readonly (Uint8Array | readonly number[])[]): Buffer => {
		const content = joined(body);
		const padding = pad(content.length);
		const length = u32(content.length + padding.length + 12);
		return joined([u32(type), length, content, padding, length]);
	};
	const packetOptions = ({ comments = [] }: FilePacket) => options(comments.map((comment) => text(1, comment)));
	return {
		block,
		section: () => block(0x0a0d0d0a, [u32(0x1a2b3c4d), u16(1), u16(0), i64(-1n)]),
		interface: ({ link, name, resolution, offset, snapLength = 0 }: FileInterface) => {
			const list = [];
			if (name !== undefined) list.push(text(2, name));
			if (resolution !== undefined) list.push(option(9, [resolution]));
			if (offset !== undefined) list.push(option(14, i64(offset)));
			return block(1, [u16(link), u16(0), u32(snapLength), options(list)]);
		},
		/** `units`: the time in the interface's units. */
		enhanced: (packet: FilePacket, units: bigint) => {
			const { bytes, original = bytes.length } = packet;
			const time = [...u32(Number(units >> 32n)), ...u32(Number(units & 0xffff_ffffn))];
			const head = [...u32(packet.interface ?? 0), ...time, ...u32(bytes.length), ...u32(original)];
			return block(6, [head, bytes, pad(bytes.length), packetOptions(packet)]);
		},
		old: (packet: FilePacket, units: bigint) => {
			const { bytes, original = bytes.length } = packet;
			const time = [...u32(Number(units >> 32n)), ...u32(Number(units & 0xffff_ffffn))];
			const head = [...u16(packet.interface ?? 0), ...u16(0), ...time, ...u32(bytes.length), ...u32(original)];
			return block(2, [head, bytes, pad(bytes.length), packetOptions(packet)]);
		},
		simple: ({ bytes, original = bytes.length }: FilePacket) => block(3, [u32(original), bytes]),
	};
}

/** A pcapng file with one section and one interface with nanosecond times. */
export function pcapngFile(packets: readonly FilePacket[], { little = true, link = 1 }: FileFields = {}): Buffer {
	const blocks = pcapngBlocks(little);
	return Buffer.concat([
		blocks.section(),
		blocks.interface({ link, name: 'eth0', resolution: 9 }),
		...packets.map((packet) => blocks.enhanced(packet, packet.time)),
	]);
}
