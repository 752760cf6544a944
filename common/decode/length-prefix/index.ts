import type { Context, Decoder } from '../core/decoder.ts';
import { type Guess, guesses, LOOKED_AT, WORTH } from '../core/guess.ts';
import type { Reader } from '../core/reader.ts';
import { fieldValueText } from '../core/value-text.ts';
import { plainText } from '../payload/text.ts';
import { type Form, formOf, lengthAt, likelyForm } from './form.ts';

/** Bytes of a payload whose text is shown. */
const MOST_SHOWN = 200;
/** Few bytes are a length by chance, and one more often than two. */
const TRUST = { 1: 0.8, 2: 0.95, 4: 0.95 } as const;

/** What the bytes of a message are; undefined where they look like nothing. */
function guessIn(decoders: readonly Decoder[], bytes: Uint8Array, { from }: Context) {
	// What is sent over a stream with a length in front may be what is sent as datagrams elsewhere.
	const both = (['stream', 'datagram'] as const).map((transport): Context => ({ transport, from }));
	const [best] = both
		.flatMap((context) => guesses(decoders, bytes, context).slice(0, 1))
		.toSorted((one, other) => other.sure - one.sure);
	return best !== undefined && best.sure >= WORTH ? best : undefined;
}

/** The name of a form as structures write the type of its length. */
const nameOf = ({ size, order, countsItself }: Form): string =>
	`u${size * 8}${size === 1 ? '' : order}${countsItself ? ', counts itself' : ''}`;

/** A unit of what a message is guessed to be. Returns what one line says of it. */
function readUnit(reader: Reader, { decoder, context }: Guess): string {
	let said = decoder.id;
	reader.unit(decoder.id, () => {
		decoder.decode(reader, context);
		const { ownValue } = reader;
		if (ownValue !== undefined) said = `${decoder.id}: ${fieldValueText(ownValue)}`;
	});
	return said;
}

/** Messages of other protocols, each behind its length. @param decoders those protocols */
export function lengthPrefix(decoders: readonly Decoder[]): Decoder {
	/** The next `length` bytes. Returns what one line says of them. */
	function readMessage(reader: Reader, length: number, around: Context): string | undefined {
		const { at } = reader;
		const bytes = reader.bytes.subarray(at, at + Math.min(length, reader.left));
		const guess = guessIn(decoders, bytes, around);
		if (guess === undefined) {
			const text = plainText(bytes.subarray(0, MOST_SHOWN));
			reader.data('payload', length, { meaning: () => text });
			return text;
		}
		let said: string | undefined;
		reader.skip(bytes.length);
		// What is wrong with one message is no reason to read the next ones elsewhere.
		reader.derived(
			bytes,
			(message) => {
				for (let before = -1; message.left > 0 && message.at !== before; ) {
					before = message.at;
					const says = readUnit(message, guess);
					said ??= says;
				}
				message.rest('rest', { note: { code: 'rest' } });
			},
			at,
		);
		if (bytes.length < length) reader.fail({ code: 'short', missing: length - bytes.length });
		return said;
	}

	return {
		id: 'length-prefix',
		title: 'Messages behind their length',
		ports: {},
		carries: decoders.map(({ id }) => id),
		mayBegin: (_first, transport) => transport === 'stream',
		most: (bytes) => {
			const form = formOf(bytes, bytes.length >= LOOKED_AT);
			return form === undefined ? 0 : TRUST[form.size];
		},
		recognise(bytes, context) {
			const isCut = bytes.length >= LOOKED_AT;
			const form = context.transport === 'stream' ? formOf(bytes, isCut) : undefined;
			if (form === undefined) return 0;
			const message = bytes.subarray(form.size, form.size + lengthAt(bytes, 0, form));
			return (guessIn(decoders, message, context)?.sure ?? 0) * TRUST[form.size];
		},
		decode(reader, context) {
			const bytes = reader.bytes.subarray(reader.at, reader.at + reader.left);
			const form = formOf(bytes, false) ?? likelyForm(bytes);
			let said: string | undefined;
			while (reader.left > 0) {
				reader.group('message', () => {
					const counted = reader.uint('length', form.size, form.order, { meaning: () => nameOf(form) });
					const length = counted - (form.countsItself ? form.size : 0);
					if (length < 0) reader.fail({ code: 'unexpected', expected: `a length of ${form.size} or more` });
					const says = readMessage(reader, length, context);
					said ??= says;
				});
			}
			reader.tell(undefined, () => said);
		},
	};
}
