import { LIMITS } from '../contract/base/limits.ts';
import type { Framing } from '../contract/config/framing.ts';
import type { CharsetName } from '../payload/charsets/names.ts';
import { faultAt } from '../payload/codec/fault-error.ts';
import { encodePlain } from '../payload/written.ts';
import { messageError } from '../sentences/message-error.ts';
import { chunkFramer } from './chunk-framer.ts';
import { CountedEnds } from './counted-ends.ts';
import { EndsFramer } from './ends-framer.ts';
import type { Framer } from './framer.ts';
import { IdleEnds } from './idle-ends.ts';
import { LengthEnds } from './length-ends.ts';
import type { MessageEnds } from './message-ends.ts';
import { EitherEndTerminator, ExactTerminator } from './terminator.ts';
import { TerminatorEnds } from './terminator-ends.ts';

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
 * Prepares the ends of a framing: each call of the result returns those of one stream. Undefined where each read is a message. Fails as
 * `delimiterBytes` does; `path` is the place of the framing in the input, `charset` that of a delimiter in text.
 */
function compileEnds(framing: Framing, path: string, charset: CharsetName): (() => MessageEnds) | undefined {
	switch (framing.type) {
		case 'none':
			return undefined;
		case 'line':
			return () => new TerminatorEnds(new EitherEndTerminator(LF), LIMIT);
		case 'delimiter': {
			const delimiter = delimiterBytes(framing, `${path}.delimiter`, charset);
			const Terminator = framing.eitherLineEnd ? EitherEndTerminator : ExactTerminator;
			return () => new TerminatorEnds(new Terminator(delimiter), LIMIT);
		}
		case 'fixed':
			return () => new CountedEnds(framing.length);
		case 'length':
			return () => new LengthEnds(framing, LIMIT);
		case 'idle':
			return () => new IdleEnds(framing.ms, LIMIT);
	}
}

/** Prepares a framing: each call of the result returns a new framer for one stream. Fails as `compileEnds` does. */
export function compileFraming(framing: Framing, path = 'framing', charset: CharsetName = 'utf-8'): () => Framer {
	const ends = compileEnds(framing, path, charset);
	return ends === undefined ? () => chunkFramer : () => new EndsFramer(ends(), LIMIT);
}

/** A framer for one stream. */
export function createFramer(framing: Framing): Framer {
	return compileFraming(framing)();
}

/** The ends of one stream's messages; undefined where each read is a message. Fails as `compileEnds` does. */
export function createEnds(
	framing: Framing,
	path = 'framing',
	charset: CharsetName = 'utf-8',
): MessageEnds | undefined {
	return compileEnds(framing, path, charset)?.();
}
