import type { ReplayState } from '../contract/calls/recording.ts';
import { differenceLines } from '../protocol-tests/index.ts';

/** Whether the other side did what it did in the recording. */
export function isAsRecorded({ status, received, expected, difference, notes }: ReplayState): boolean {
	return status === 'done' && received === expected && difference === undefined && notes.length === 0;
}

/** How a replay ended, in lines for people: what was not as recorded, then a summary. */
export function outcomeLines(state: ReplayState): string[] {
	const { status, turn, turns, received, expected, sent, difference, notes, message } = state;
	if (status === 'failed') return [`failed: ${message ?? ''}`];
	const lines = [...notes];
	if (difference !== undefined) {
		const { at, turn: of } = difference;
		lines.push(`Turn ${of} differs from the recording.`);
		lines.push(...differenceLines({ ...difference, start: at }).map((line) => `  ${line}`));
	}
	lines.push(
		`${status === 'stopped' ? 'stopped' : isAsRecorded(state) ? 'same' : 'different'}: ${turn} of ${turns} turns, ${sent} bytes sent, ${received} received of ${expected} recorded`,
	);
	return lines;
}
