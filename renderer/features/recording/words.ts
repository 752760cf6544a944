import type { RecordingSide, ReplayState } from '../../../common/contract/calls/recording.ts';
import { isAsRecorded, type Proposal, type RecordedAs } from '../../../common/recording/index.ts';
import type { Recorded } from './use-recording.ts';

/** The button that does it. */
export const DO: Readonly<Record<RecordedAs, string>> = {
	test: 'Make the test',
	mock: 'Make the mock server',
	replay: 'Replay',
};

/** What it becomes, in a sentence. */
export function becomes(as: RecordedAs, side: RecordingSide): string {
	if (as === 'mock') return 'A server that answers each request as the recorded one did. It is created stopped.';
	const [we, they] = side === 'client' ? ['client', 'server'] : ['server', 'client'];
	return as === 'test'
		? `It sends what the ${we} sent, and expects what the ${they} sent.`
		: `It sends what the ${we} sent, each message in its turn, and compares what the ${they} sends.`;
}

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
export function stateWords(state: ReplayState, side: RecordingSide): string {
	const { status, turn, turns, local } = state;
	switch (status) {
		case 'connecting':
			if (side === 'client') return 'Connecting…';
			return local === undefined ? 'Starting to listen…' : `Waiting for a client on ${local}…`;
		case 'running':
			return `Turn ${Math.min(turn + 1, turns)} of ${turns}…`;
		case 'stopped':
			return 'Stopped';
		case 'failed':
			return 'Failed';
		case 'done':
			return isAsRecorded(state) ? 'The same as recorded' : 'Different from the recording';
	}
}
