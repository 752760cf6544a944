import type { StreamLine, StreamMessage } from '../../../common/contract/calls/stream.ts';
import { type LitPart, litParts } from '../../bytes/lit.ts';

/** Splits a line of a message after its head and before its terminator: those two are the places. */
export function borderParts({ at, bytes }: Extract<StreamLine, { type: 'slice' }>, message: StreamMessage): LitPart[] {
	const { head, terminator, length } = message;
	const end = message.at + length;
	return litParts(
		[
			{ from: message.at - at, to: message.at + head - at },
			{ from: end - terminator - at, to: end - at },
		],
		bytes.length,
	);
}
