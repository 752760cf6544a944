/** One interpretation of the bytes at the start of a selection. */
export interface ByteValue {
	readonly label: string;
	readonly value: string;
}

function float(value: number): string {
	return Number.isInteger(value) && Math.abs(value) < 1e15 ? value.toString() : String(Number(value.toPrecision(9)));
}

/**
 * Numbers in the first bytes: every width that fits, little and big endian, unsigned and two's complement, and IEEE
 * 754. Uses the first 8 bytes at most.
 */
export function byteValues(bytes: Uint8Array): ByteValue[] {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const values: ByteValue[] = [];
	const add = (label: string, value: number | bigint | string) => values.push({ label, value: String(value) });
	if (bytes.length >= 1) {
		add('u8', view.getUint8(0));
		add('i8', view.getInt8(0));
	}
	if (bytes.length >= 2) {
		add('u16 LE', view.getUint16(0, true));
		add('u16 BE', view.getUint16(0));
	}
	if (bytes.length >= 4) {
		add('u32 LE', view.getUint32(0, true));
		add('u32 BE', view.getUint32(0));
		add('f32 LE', float(view.getFloat32(0, true)));
		add('f32 BE', float(view.getFloat32(0)));
	}
	if (bytes.length >= 8) {
		add('u64 LE', view.getBigUint64(0, true));
		add('u64 BE', view.getBigUint64(0));
		add('f64 LE', float(view.getFloat64(0, true)));
		add('f64 BE', float(view.getFloat64(0)));
	}
	return values;
}
