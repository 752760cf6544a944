import { InvalidArgumentError } from 'commander';
import type { LedgerFigures, LedgerStream } from '../../../../common/contract/calls/loss-report.ts';
import { type Numbering, numberingSchema } from '../../../../common/contract/config/numbering.ts';
import { issueFault } from '../../../../common/json/issue-text.ts';
import { events } from '../../../../common/words/en/cli/events.ts';
import { faultText, spoken } from '../terminal/language.ts';

const words = () => spoken('events', events).loss;

/** Parses the value of `--ledger`: none for headers, or a text with a place for the number. */
export function parseLedger(text: string): Numbering {
	const parsed = numberingSchema.safeParse({ type: 'text', text });
	if (parsed.success) return parsed.data;
	throw new InvalidArgumentError(faultText(issueFault(parsed.error, () => '')));
}

/** A loss report for people, a line for each sender. */
export function formatLedger({ numbered, unnumbered, untracked, streams }: LedgerFigures): string[] {
	const head =
		untracked > 0 ? words().reportMore(numbered, unnumbered, untracked) : words().report(numbered, unnumbered);
	return [head, ...streams.map(line)];
}

function line(one: LedgerStream): string {
	const texts = words();
	const { connection, stream, received, lost, duplicates, reordered, reorderedBy, late, delay } = one;
	const parts = [
		texts.received(received, one.lowest, one.highest),
		texts.lost(lost),
		texts.duplicates(duplicates),
		reordered > 0 ? texts.reorderedBy(reordered, reorderedBy.max) : texts.reordered(reordered),
		...(late > 0 ? [texts.late(late)] : []),
		...(one.total === undefined ? [] : [texts.missing(one.missingBefore ?? 0, one.missingAfter ?? 0)]),
	];
	if (delay !== undefined) {
		const { percentiles, min, mean, max, jitter } = delay;
		const middle = percentiles && ` p50 ${ms(percentiles.p50)} p95 ${ms(percentiles.p95)} p99 ${ms(percentiles.p99)}`;
		parts.push(texts.delay(ms(min), ms(mean), middle ?? '', ms(max), ms(jitter)));
		if (min < 0) parts.push(texts.ahead(ms(-min)));
	}
	return `  ${stream === undefined ? texts.connection(connection, parts) : texts.stream(connection, stream, parts)}`;
}

/** Nanoseconds in milliseconds. */
function ms(nanoseconds: number): string {
	return (nanoseconds / 1e6).toFixed(3);
}
