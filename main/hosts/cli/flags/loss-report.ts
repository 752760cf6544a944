import { InvalidArgumentError } from 'commander';
import type { LedgerFigures, LedgerStream } from '../../../../common/contract/calls/loss-report.ts';
import { type Numbering, numberingSchema } from '../../../../common/contract/config/numbering.ts';
import { issueText } from '../../../../common/json/issue-text.ts';

/** Parses the value of `--ledger`: none for headers, or a text with a place for the number. */
export function parseLedger(text: string): Numbering {
	const parsed = numberingSchema.safeParse({ type: 'text', text });
	if (parsed.success) return parsed.data;
	throw new InvalidArgumentError(issueText(parsed.error, () => ''));
}

/** A loss report for people, a line for each sender. */
export function formatLedger({ numbered, unnumbered, untracked, streams }: LedgerFigures): string[] {
	const others = untracked > 0 ? `, ${untracked} of further senders` : '';
	return [`loss report: ${numbered} numbered messages, ${unnumbered} others${others}`, ...streams.map(line)];
}

function line(one: LedgerStream): string {
	const { connection, stream, received, lost, duplicates, reordered, reorderedBy, late, delay } = one;
	const parts = [
		`received ${received} (${one.lowest} to ${one.highest})`,
		`lost ${lost}`,
		`duplicates ${duplicates}`,
		`reordered ${reordered}${reordered > 0 ? ` (by ${reorderedBy.max} at most)` : ''}`,
		...(late > 0 ? [`too late to tell ${late}`] : []),
		...(one.total === undefined ? [] : [`never came before ${one.missingBefore} and after ${one.missingAfter}`]),
	];
	if (delay !== undefined) {
		const { percentiles, min, mean, max, jitter } = delay;
		const middle = percentiles && ` p50 ${ms(percentiles.p50)} p95 ${ms(percentiles.p95)} p99 ${ms(percentiles.p99)}`;
		parts.push(`delay min ${ms(min)} mean ${ms(mean)}${middle ?? ''} max ${ms(max)} jitter ${ms(jitter)} ms`);
		if (min < 0) parts.push(`the sender's clock is ahead by at least ${ms(-min)} ms`);
	}
	return `  #${connection}${stream === undefined ? '' : ` stream ${stream}`}: ${parts.join(', ')}`;
}

/** Nanoseconds in milliseconds. */
function ms(nanoseconds: number): string {
	return (nanoseconds / 1e6).toFixed(3);
}
