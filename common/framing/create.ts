import { LIMITS } from '../contract/base/limits.ts';
import type { Framing } from '../contract/config/framing.ts';
import type { CharsetName } from '../payload/charsets/names.ts';
import { faultAt } from '../payload/codec/fault-error.ts';
import { encodePlain } from '../payload/written.ts';
import { messageError } from '../sentences/message-error.ts';
import { chunkFramer } from './chunk-framer.ts';
import { DelimiterFramer } from './delimiter-framer.ts';
import { FixedFramer } from './fixed-framer.ts';
import type { Framer } from './framer.ts';
import { IdleFramer } from './idle-framer.ts';
import { LengthFramer } from './length-framer.ts';
import { EitherEndTerminator, ExactTerminator } from './terminator.ts';

const LF = new Uint8Array([0x0a]);
const CR = 0x0d;
const LIMIT = LIMITS.frameMessageBytes;

/** The bytes of a delimiter. Fails with `bad-input` and the path and position of the fault. */
function delimiterBytes(
	framing: Extract<Framing, { type: 'delimiter' }>,
	path: string,
	charset: CharsetName,
): Uint8Array {
	const result = encodePlain(framing.delimiter, charset);
	if (!result.ok) throw faultAt(result, path);
	if (result.bytes.length === 0) throw messageError('bad-input', 'delimiterEmpty', {}, { path });
	if (result.bytes.length > LIMIT) {
		throw messageError('bad-input', 'delimiterTooLong', {}, { path });
	}
	if (framing.eitherLineEnd && result.bytes.at(-1) === CR) {
		throw messageError('bad-input', 'delimiterEndsInCr', {}, { path });
	}
	return result.bytes;
}

/**
 * Prepares a framing: each call of the result returns a new framer for one stream. Fails as `delimiterBytes` does;
 * `path` is the place of the framing in the input, `charset` that of a delimiter in text.
 */
export function compileFraming(framing: Framing, path = 'framing', charset: CharsetName = 'utf-8'): () => Framer {
	switch (framing.type) {
		case 'none':
			return () => chunkFramer;
		case 'line':
			return () => new DelimiterFramer(new EitherEndTerminator(LF), LIMIT);
		case 'delimiter': {
			const delimiter = delimiterBytes(framing, `${path}.delimiter`, charset);
			const Terminator = framing.eitherLineEnd ? EitherEndTerminator : ExactTerminator;
			return () => new DelimiterFramer(new Terminator(delimiter), LIMIT);
		}
		case 'fixed':
			return () => new FixedFramer(framing.length);
		case 'length':
			return () => new LengthFramer(framing, LIMIT);
		case 'idle':
			return () => new IdleFramer(framing.ms, LIMIT);
	}
}

/** A framer for one stream. */
export function createFramer(framing: Framing): Framer {
	return compileFraming(framing)();
}
