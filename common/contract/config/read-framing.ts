import { isObject } from '../../json/is-object.ts';
import { PAYLOAD_FORMATS } from '../../payload/names.ts';
import type { WrittenBytes } from '../../payload/schema.ts';
import { LIMITS } from '../base/limits.ts';
import type { Framing, LengthFraming, StreamFraming } from './framing.ts';
import { BYTE_ORDERS, LENGTH_SIZES } from './length-field.ts';

/**
 * Reads the framings of a stored config, which another program may have written; undefined where they are invalid. The
 * same as `streamFramingSchema`, by hand: threads that read captures start without the schemas' library.
 */
export function readStreamFraming(config: unknown): StreamFraming | undefined {
	if (!isObject(config)) return undefined;
	const framing = config.framing === undefined ? { type: 'none' as const } : readFraming(config.framing);
	if (framing === undefined) return undefined;
	if (config.framingOut === undefined) return { framing };
	const framingOut = readFraming(config.framingOut);
	return framingOut === undefined ? undefined : { framing, framingOut };
}

function readFraming(value: unknown): Framing | undefined {
	if (!isObject(value)) return undefined;
	switch (value.type) {
		case 'none':
			return { type: 'none' };
		case 'line':
			return { type: 'line' };
		case 'delimiter':
			return readDelimiter(value.delimiter, value.eitherLineEnd);
		case 'fixed': {
			const { length } = value;
			return isInteger(length, 1, LIMITS.frameMessageBytes) ? { type: 'fixed', length } : undefined;
		}
		case 'length':
			return readLength(value);
		case 'idle': {
			const { ms } = value;
			return isInteger(ms, 1, LIMITS.delayMs) ? { type: 'idle', ms } : undefined;
		}
		default:
			return undefined;
	}
}

function readDelimiter(value: unknown, eitherLineEnd: unknown): Framing | undefined {
	const delimiter = readWritten(value);
	if (delimiter === undefined) return undefined;
	if (eitherLineEnd === undefined) return { type: 'delimiter', delimiter };
	return typeof eitherLineEnd === 'boolean' ? { type: 'delimiter', delimiter, eitherLineEnd } : undefined;
}

function readWritten(value: unknown): WrittenBytes | undefined {
	if (!isObject(value)) return undefined;
	const { text } = value;
	const format = PAYLOAD_FORMATS.find((known) => known === value.format);
	if (format === undefined || typeof text !== 'string' || text.length > LIMITS.templateChars) return undefined;
	return { format, text };
}

function readLength(value: Readonly<Record<string, unknown>>): LengthFraming | undefined {
	const { order: written = 'big', offset = 0, adjustment = 0, includesHead = false } = value;
	const size = LENGTH_SIZES.find((known) => known === value.size);
	const order = BYTE_ORDERS.find((known) => known === written);
	if (size === undefined || order === undefined || typeof includesHead !== 'boolean') return undefined;
	if (!isInteger(offset, 0, LIMITS.frameHeadBytes)) return undefined;
	if (!isInteger(adjustment, -LIMITS.frameMessageBytes, LIMITS.frameMessageBytes)) return undefined;
	return { type: 'length', size, order, offset, adjustment, includesHead };
}

function isInteger(value: unknown, least: number, most: number): value is number {
	return typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most;
}
