import { KERNEL_FACTS, type KernelFact } from '../../../../common/kernel/facts.ts';
import { formatCount, formatNumber, formatRate } from '../../../app/shared/format.ts';
import { dialogWords } from '../../../words/dialogs.ts';

/** Microseconds as milliseconds, as in `0.051 ms`. */
export function microsecondsText(us: number): string {
	return `${formatNumber(us / 1000)} ms`;
}

/** Bytes as they are: small differences matter. */
export function bytesText(bytes: number): string {
	return `${formatCount(bytes)} B`;
}

/** The number of a fact with what it counts. */
export function factText(fact: KernelFact, value: number): string {
	switch (KERNEL_FACTS[fact]) {
		case 'bytes':
			return bytesText(value);
		case 'segments':
			return dialogWords().kernelView.segments(formatCount(value));
		case 'us':
			return microsecondsText(value);
		case 'ms':
			return `${formatCount(value)} ms`;
		case 'bytesPerSecond':
			return formatRate(value);
		case 'count':
			return formatCount(value);
	}
}
