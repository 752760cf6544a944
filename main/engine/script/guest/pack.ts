import type { BytesLike } from './text.ts';

export type Packable = number | bigint | boolean | BytesLike;
export type Packing = ReturnType<typeof makePacking>;

/**
 * Packs and unpacks values, in the standard sizes of Python's struct. The function runs in the interpreter as its own
 * source text: it may reference only `view8`.
 */
export function makePacking(view8: (data: BytesLike) => Uint8Array) {
	const SIZES: Readonly<Record<string, number>> = { b: 1, B: 1, h: 2, H: 2, i: 4, I: 4, q: 8, Q: 8, f: 4, d: 8 };

	interface Item {
		readonly code: string;
		readonly count: number;
	}

	function parse(format: string): { little: boolean; items: Item[]; size: number } {
		if (typeof format !== 'string') throw new TypeError('A format is a text, as in ">BH4s".');
		const order = /^[<>!]/.exec(format)?.[0];
		const items: Item[] = [];
		let size = 0;
		const rest = format.slice(order === undefined ? 0 : 1);
		const left = rest.replace(/(\d*)([bBhHiIqQfd?xs])\s*/gy, (_all, digits: string, code: string) => {
			const count = digits === '' ? 1 : Number(digits);
			items.push({ code, count });
			size += count * (SIZES[code] ?? 1);
			return '';
		});
		if (left.trim() !== '') throw new TypeError(`In the format "${format}", "${left.trim()}" is not known.`);
		if (size > 0x1000_0000) throw new RangeError(`The format "${format}" is too large.`);
		return { little: order === '<', items, size };
	}

	function integer(value: Packable | undefined, code: string): bigint {
		const isWhole = typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value));
		if (!isWhole) throw new TypeError(`${code} takes a whole number.`);
		const number = BigInt(value);
		const bits = BigInt((SIZES[code] ?? 1) * 8);
		const signed = code === code.toLowerCase();
		const lowest = signed ? -(1n << (bits - 1n)) : 0n;
		const highest = (1n << (signed ? bits - 1n : bits)) - 1n;
		if (number >= lowest && number <= highest) return number;
		throw new RangeError(`${number} does not fit into ${code}: it takes ${lowest} to ${highest}.`);
	}

	function put(view: DataView, at: number, code: string, value: Packable | undefined, little: boolean): void {
		if (code === 'f' || code === 'd') {
			if (typeof value !== 'number') throw new TypeError(`${code} takes a number.`);
			if (code === 'd') view.setFloat64(at, value, little);
			else if (Number.isFinite(value) && !Number.isFinite(Math.fround(value))) {
				throw new RangeError(`${value} does not fit into f.`);
			} else view.setFloat32(at, value, little);
			return;
		}
		if (code === '?') {
			view.setUint8(at, value ? 1 : 0);
			return;
		}
		const number = integer(value, code);
		const size = SIZES[code] ?? 1;
		if (size === 8) view.setBigInt64(at, number, little);
		else if (size === 4) view.setInt32(at, Number(number), little);
		else if (size === 2) view.setInt16(at, Number(number), little);
		else view.setInt8(at, Number(number));
	}

	function take(view: DataView, at: number, code: string, little: boolean): number | bigint | boolean {
		switch (code) {
			case 'b':
				return view.getInt8(at);
			case 'B':
				return view.getUint8(at);
			case '?':
				return view.getUint8(at) !== 0;
			case 'h':
				return view.getInt16(at, little);
			case 'H':
				return view.getUint16(at, little);
			case 'i':
				return view.getInt32(at, little);
			case 'I':
				return view.getUint32(at, little);
			case 'q':
				return view.getBigInt64(at, little);
			case 'Q':
				return view.getBigUint64(at, little);
			case 'f':
				return view.getFloat32(at, little);
			default:
				return view.getFloat64(at, little);
		}
	}

	function pack(format: string, ...values: Packable[]): Uint8Array {
		const { little, items, size } = parse(format);
		const bytes = new Uint8Array(size);
		const view = new DataView(bytes.buffer);
		let at = 0;
		let next = 0;
		for (const { code, count } of items) {
			if (code === 'x') at += count;
			else if (code === 's') {
				const value = values[next++];
				if (value === undefined || typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
					throw new TypeError('s takes bytes or a text.');
				bytes.set(view8(value).subarray(0, count), at);
				at += count;
			} else {
				for (let i = 0; i < count; i++, at += SIZES[code] ?? 1) put(view, at, code, values[next++], little);
			}
		}
		if (next === values.length) return bytes;
		throw new TypeError(`The format "${format}" takes ${next} values, and ${values.length} were given.`);
	}

	function unpack(format: string, data: BytesLike, offset = 0): unknown[] {
		const { little, items, size } = parse(format);
		const bytes = view8(data);
		if (!Number.isInteger(offset) || offset < 0 || offset + size > bytes.length) {
			throw new RangeError(
				`The format "${format}" takes ${size} bytes, and there are ${bytes.length} with offset ${offset}.`,
			);
		}
		const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		const values: unknown[] = [];
		let at = offset;
		for (const { code, count } of items) {
			if (code === 'x') at += count;
			else if (code === 's') {
				values.push(bytes.slice(at, at + count));
				at += count;
			} else {
				for (let i = 0; i < count; i++, at += SIZES[code] ?? 1) values.push(take(view, at, code, little));
			}
		}
		return values;
	}

	return { pack, unpack, packedSize: (format: string) => parse(format).size };
}
