import type { CapturedConnection } from '../../../../common/contract/calls/stream.ts';
import type { DialogWords } from '../../../../common/words/en-dialogs.ts';
import { dialogWords } from '../../../words/dialogs.ts';
import type { PairResult, Run } from './run.ts';

/** A sign for each outcome, so that it is recognised without its colour. */
export const SIGNS = {
	equal: '=',
	different: '≠',
	missing: '−',
	extra: '+',
	changed: '≠',
	late: '⏱',
	end: '⏹',
} as const;

/** How much has been read, 0 to 99. */
export function percentOf({ read, total }: Pick<Run, 'read' | 'total'>): number {
	return total === 0 ? 0 : Math.min(99, Math.floor((100 * read) / total));
}

/** What a comparison has found, in a sentence. */
export function runWords(
	run: Pick<Run, 'state' | 'results' | 'tally' | 'read' | 'total' | 'order'>,
	words: DialogWords['compare']['connections'] = dialogWords().compare.connections,
): string {
	const { state, results, tally, order } = run;
	const count = (what: PairResult['state']) => results.filter((result) => result.state === what).length;
	const isEqual = count('equal') === results.length;
	const parts = (['equal', 'different', 'missing', 'extra'] as const)
		.filter((what) => count(what) > 0)
		.map((what) => words.counts[what](count(what)));
	const found = results.length === 0 ? '' : words.found(results.length, parts.join(words.separator));
	if (state === 'running') return words.comparing(percentOf(run), found);
	if (state === 'stopped') return words.stopped(found);
	if (results.length === 0) return words.noConnections;
	if (isEqual) return (order.ignore.length === 0 ? words.allEqual : words.allEqualApart)(results.length, tally.bytes);
	return [words.different(found), ...(tally.coarse ? [words.rough] : [])].join(' ');
}

/** Which connection, with both of its ends. */
export function connectionName({ id, endpoint, local, remote }: CapturedConnection): string {
	const ends = [local, remote].filter(Boolean).join(' ⇄ ');
	return [`#${id}`, endpoint, ends].filter(Boolean).join(' ');
}
