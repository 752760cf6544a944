import type { CapturedConnection } from '../../../../common/contract/calls/stream.ts';
import type { Difference } from '../../../../common/diff/index.ts';
import { formatCount, formatCounted } from '../../../app/shared/format.ts';
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
export function runWords(run: Pick<Run, 'state' | 'results' | 'tally' | 'read' | 'total' | 'order'>): string {
	const { state, results, tally, order } = run;
	const count = (what: PairResult['state']) => results.filter((result) => result.state === what).length;
	const isEqual = count('equal') === results.length;
	const parts = (['equal', 'different', 'missing', 'extra'] as const)
		.filter((what) => count(what) > 0)
		.map((what) => `${formatCount(count(what))} ${what}`);
	const found = `${formatCounted(results.length, 'connection')}: ${parts.join(', ')}.`;
	if (state === 'running') return `Comparing… ${percentOf(run)} %. ${results.length === 0 ? '' : found}`.trim();
	if (state === 'stopped') return `Stopped before the end. ${results.length === 0 ? '' : found}`.trim();
	const apart = order.ignore.length === 0 ? '' : ', apart from what is ignored';
	if (results.length === 0) return 'There are no connections.';
	if (isEqual)
		return `Equal${apart}: ${formatCounted(results.length, 'connection')}, ${formatCount(tally.bytes)} bytes.`;
	const rough = tally.coarse ? ' Some messages could not be paired exactly: too many differ.' : '';
	return `Different: ${found}${rough}`;
}

/** Which connection, with both of its ends. */
export function connectionName({ id, endpoint, local, remote }: CapturedConnection): string {
	const ends = [local, remote].filter(Boolean).join(' ⇄ ');
	return [`#${id}`, endpoint, ends].filter(Boolean).join(' ');
}

/** The direction of a difference, as the log shows it. */
export function wayOf(difference: Difference): string {
	return difference.kind === 'end' ? '' : difference.side === 'in' ? '← in' : '→ out';
}
