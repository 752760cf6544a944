import type { ReplayState } from '../contract/calls/recording.ts';
import { type DifferenceWords, differenceLines } from '../protocol-tests/index.ts';
import { english, type Phrases } from './phrases.ts';

/** Whether the other side did what it did in the recording. */
export function isAsRecorded({ status, received, expected, difference, notes }: ReplayState): boolean {
	return status === 'done' && received === expected && difference === undefined && notes.length === 0;
}

/** How a replay ended, in lines for people: what was not as recorded, then a summary. */
export function outcomeLines(
	state: ReplayState,
	{ outcome: text }: Phrases = english,
	differenceWords?: DifferenceWords,
): string[] {
	const { status, turn, turns, received, expected, sent, difference, notes, message } = state;
	if (status === 'failed') return [text.failed(message ?? '')];
	const lines = [...notes];
	if (difference !== undefined) {
		const { at, turn: of } = difference;
		lines.push(text.differs(of));
		lines.push(...differenceLines({ ...difference, start: at }, differenceWords).map((line) => `  ${line}`));
	}
	const how = status === 'stopped' ? text.stopped : isAsRecorded(state) ? text.same : text.different;
	lines.push(text.summary(how, turn, turns, sent, received, expected));
	return lines;
}
