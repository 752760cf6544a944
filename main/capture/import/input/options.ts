import { OPTION, PcapngError, padded } from '../../pcapng/format.ts';
import { damageSays } from '../../sentences/damage-says.ts';
import type { SourceInterface } from './packet.ts';

/** if_tsoffset: seconds to add to each time, a signed 64-bit number. */
const INTERFACE_TIME_OFFSET = 14;
/** Maximum bytes kept of a name or a comment. */
const NAME_BYTES = 256;
const COMMENT_BYTES = 16 << 10;
/** Maximum comments kept of one packet. */
const MAX_COMMENTS = 16;

export interface TimedInterface extends SourceInterface {
	/** 0 for no limit. */
	readonly snapLength: number;
	/** Distinguishes the usual units. */
	readonly unit: 'nanoseconds' | 'microseconds' | 'other';
	/** Units per second. */
	readonly perSecond: bigint;
	/** Seconds. */
	readonly timeOffset: bigint;
}

/** Iterates the options between two offsets, up to the end mark; `base`: the file offset of the view. */
function eachOption(
	view: DataView,
	from: number,
	to: number,
	little: boolean,
	base: number,
	use: (code: number, at: number, length: number) => void,
): void {
	for (let at = from; at < to; ) {
		if (at + 4 > to) throw new PcapngError(base + at, damageSays('optionCut'));
		const code = view.getUint16(at, little);
		const length = view.getUint16(at + 2, little);
		if (code === OPTION.end) return;
		const next = at + 4 + padded(length);
		if (next > to) throw new PcapngError(base + at, damageSays('optionOfCut', { length }));
		use(code, at + 4, length);
		at = next;
	}
}

function text(view: DataView, at: number, length: number, limit: number): string {
	return new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at, Math.min(length, limit)));
}

/** The comments among a packet's options, without NUL; undefined where there are none. */
export function readComments(
	view: DataView,
	from: number,
	to: number,
	little: boolean,
	base: number,
): string[] | undefined {
	let comments: string[] | undefined;
	eachOption(view, from, to, little, base, (code, at, length) => {
		if (code !== OPTION.comment || length === 0) return;
		comments ??= [];
		if (comments.length < MAX_COMMENTS) comments.push(text(view, at, length, COMMENT_BYTES).replaceAll('\0', ''));
	});
	return comments;
}

/** Parses an interface description block of `length` bytes; `offset`: its offset in the file. */
export function readInterface(
	view: DataView,
	at: number,
	length: number,
	little: boolean,
	offset: number,
): TimedInterface {
	let name = '';
	let perSecond = 1_000_000n;
	let timeOffset = 0n;
	eachOption(view, at + 16, at + length - 4, little, offset - at, (code, value, bytes) => {
		if (code === OPTION.interfaceName) name = text(view, value, bytes, NAME_BYTES).replaceAll('\0', '');
		else if (code === OPTION.interfaceResolution && bytes >= 1) perSecond = unitsOf(view.getUint8(value));
		else if (code === INTERFACE_TIME_OFFSET && bytes >= 8) timeOffset = view.getBigInt64(value, little);
	});
	const plain = timeOffset === 0n;
	return {
		link: view.getUint16(at + 8, little),
		name,
		snapLength: view.getUint32(at + 12, little),
		unit:
			plain && perSecond === 1_000_000_000n
				? 'nanoseconds'
				: plain && perSecond === 1_000_000n
					? 'microseconds'
					: 'other',
		perSecond,
		timeOffset,
	};
}

/** if_tsresol: a negative power of 10, or of 2 where the highest bit is set. */
function unitsOf(resolution: number): bigint {
	const exponent = BigInt(resolution & 0x7f);
	return (resolution & 0x80) === 0 ? 10n ** exponent : 2n ** exponent;
}
