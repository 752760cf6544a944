import type { Context, Decoder } from './decoder.ts';
import type { Field } from './field.ts';
import { Reader } from './reader.ts';
import { Stop } from './stop.ts';
import type { Wanted } from './wanted.ts';

/**
 * The units of a message, as fields. Every byte that is no part of one is in a field `rest` behind them. Never throws, whatever
 * the bytes are; takes time in proportion to them.
 */
export function decodeAs(decoder: Decoder, bytes: Uint8Array, context: Context): readonly Field[] {
	const reader = Reader.of(bytes);
	readUnits(decoder, reader, context);
	return reader.fields;
}

/** The same for the values of some fields alone, which are passed on to `wanted`: no fields are made. */
export function takeValues(decoder: Decoder, bytes: Uint8Array, context: Context, wanted: Wanted): void {
	readUnits(decoder, Reader.of(bytes, wanted), context);
}

function readUnits(decoder: Decoder, reader: Reader, context: Context): void {
	try {
		while (reader.left > 0) {
			const before = reader.at;
			reader.unit(decoder.id, () => decoder.decode(reader, context));
			if (reader.at === before) break;
		}
		reader.rest('rest', { note: { code: 'rest' } });
	} catch (error) {
		if (!(error instanceof Stop)) throw error;
	}
}
