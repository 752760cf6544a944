import { Clock, takeClockBase } from '../../../../common/capture/clock.ts';
import type { GeneratorPlan } from '../../../../common/contract/calls/generator.ts';
import { compileNumberedText, numberMessage, prepareMessage } from '../../../../common/load-test/numbering/index.ts';

/** Writes numbered messages as a plan has them. */
export interface Messages {
	/** Bytes of one, or of the longest. */
	readonly size: number;
	/** A buffer that `write` may be given. */
	prepare(): Uint8Array;
	/** The message with this number: `into` with what is particular to it, or other bytes. */
	write(into: Uint8Array, number: number): Uint8Array;
}

/** As many digits as the largest number has. */
const LAST = Number.MAX_SAFE_INTEGER;

/** Fails with `bad-input` for a text that is none. */
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
