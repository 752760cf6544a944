import type { RecordingSide, ReplayState } from '../../../common/contract/calls/recording.ts';
import { isAsRecorded, type Proposal } from '../../../common/recording/index.ts';
import type { DialogWords } from '../../../common/words/en-dialogs.ts';
import type { Recorded } from './use-recording.ts';

/** What a part becomes where `side` is ours: as it is sent, and as it is expected. Both are undefined where it stays. */
export function effectOf(
	{ varying: { parts }, sent, expected }: Proposal,
	{ turns }: Pick<Recorded, 'turns'>,
	side: RecordingSide,
): { readonly sent: string | undefined; readonly expected: string | undefined } {
	const ours = (turn: number): boolean => turns[turn]?.from === side;
	const sends = parts.some(({ turn, edit }) => edit.send !== undefined && ours(turn));
	const expects = parts.some(({ turn, edit }) => edit.expect !== undefined && !ours(turn));
	return { sent: sends ? sent : undefined, expected: expects ? expected : undefined };
}

/** The state of a replay in a few words. */
export function stateWords(state: ReplayState, side: RecordingSide, words: DialogWords['recording']['state']): string {
	const { status, turn, turns, local } = state;
	switch (status) {
		case 'connecting':
			if (side === 'client') return words.connecting;
			return local === undefined ? words.starting : words.waiting(local);
		case 'running':
			return words.turn(Math.min(turn + 1, turns), turns);
		case 'stopped':
			return words.stopped;
		case 'failed':
			return words.failed;
		case 'done':
			return isAsRecorded(state) ? words.same : words.different;
	}
}
