import { useEffect, useState } from 'react';
import type { ConnectionPair, Difference, Tally } from '../../../../common/diff/index.ts';
import { callsUntil } from './captured.ts';
import { type CompareOrder, comparisonOf } from './order.ts';

/** Differences of a pair that are listed at most. */
const MOST = 10_000;

/** A row of the list of a pair's messages: a difference, or equal messages between two. */
export type PairRow =
	| { readonly kind: 'difference'; readonly difference: Difference }
	| {
			readonly kind: 'equal';
			readonly side: 'in' | 'out';
			readonly count: number;
			/** They are messages, and not bytes. */
			readonly framed: boolean;
	  };

export interface PairRows {
	/** Undefined until the comparison has been read. */
	readonly rows: readonly PairRow[] | undefined;
	/** There are more than are listed. */
	readonly limited: boolean;
	/** What was compared for the rows. */
	readonly tally: Tally | undefined;
	readonly error: Error | undefined;
}

const NOTHING: PairRows = { rows: undefined, limited: false, tally: undefined, error: undefined };

/** The messages of a pair: its differences, and how much is equal between them. */
export function usePairRows(order: CompareOrder, pair: ConnectionPair): PairRows {
	const [result, setResult] = useState(NOTHING);
	useEffect(() => {
		const over = new AbortController();
		setResult(NOTHING);
		read(order, pair, over.signal).then(
			(rows) => {
				if (!over.signal.aborted) setResult(rows);
			},
			(reason: unknown) => {
				const error = reason instanceof Error ? reason : new Error(String(reason));
				if (!over.signal.aborted) setResult({ ...NOTHING, error });
			},
		);
		return () => over.abort();
	}, [order, pair]);
	return result;
}

async function read(order: CompareOrder, pair: ConnectionPair, signal: AbortSignal): Promise<PairRows> {
	const comparison = await comparisonOf(
		order,
		pair,
		callsUntil(signal, () => undefined),
	);
	const differences: Difference[] = [];
	if (comparison === undefined) return { ...NOTHING, rows: [] };
	const { tally } = comparison;
	for await (const difference of comparison.differences()) {
		if (differences.length === MOST) return { ...NOTHING, rows: withEqual(differences), limited: true, tally };
		differences.push(difference);
	}
	return { ...NOTHING, rows: withEqual(differences), tally };
}

/** The differences with what is equal before each on its side, as far as the first connection says it. */
export function withEqual(differences: readonly Difference[]): PairRow[] {
	const rows: PairRow[] = [];
	/** Where the next message of each side would be without anything equal in between. */
	const next = { in: 0, out: 0 };
	for (const difference of differences) {
		if (difference.kind !== 'end' && difference.a !== undefined) {
			const { side, framed, a } = difference;
			const at = framed ? a.number - 1 : a.at;
			const count = at - next[side];
			if (count > 0) rows.push({ kind: 'equal', side, count, framed });
			next[side] = framed ? at + 1 : at + a.length;
		}
		rows.push({ kind: 'difference', difference });
	}
	return rows;
}
