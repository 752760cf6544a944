import { Clock, takeClockBase } from '../../../../common/capture/clock.ts';
import type { GeneratorPlan } from '../../../../common/contract/calls/generator.ts';
import { compileNumberedText, numberMessage, prepareMessage } from '../../../../common/load-test/numbering/index.ts';

/** Writes the numbered messages of a plan. */
export interface Messages {
	/** Size of each, or of the longest. */
	readonly size: number;
	/** A buffer for `write`. */
	prepare(): Uint8Array;
	/** The message with this number: `into` with its number and time, or other bytes. */
	write(into: Uint8Array, number: number): Uint8Array;
}

/** The largest number, for its digits. */
const LAST = Number.MAX_SAFE_INTEGER;

/** Fails with `bad-input` for an invalid text. */
export function numberedMessages(plan: GeneratorPlan, stream: number): Messages {
	const { numbering, size, count } = plan;
	if (numbering.type === 'text') {
		const text = compileNumberedText(numbering.text);
		const nothing = new Uint8Array(0);
		return {
			size: text.encode(LAST).length,
			prepare: () => nothing,
			write: (_into, number) => text.encode(number),
		};
	}
	const clock = new Clock(takeClockBase(performance));
	const model = new Uint8Array(size);
	prepareMessage(model, stream, count);
	return {
		size,
		prepare: () => model.slice(),
		write(into, number) {
			clock.set(performance.now());
			numberMessage(into, number, clock);
			return into;
		},
	};
}
