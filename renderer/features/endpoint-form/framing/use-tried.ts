import { useEffect, useState } from 'react';
import type { CaptureRow } from '../../../../common/contract/calls/capture.ts';
import type { Framing } from '../../../../common/contract/config/framing.ts';
import { withCondition } from '../../../../common/filter/index.ts';
import { useListing } from '../../../app/state/capture/listing.ts';
import { useViewed, viewed } from '../../../app/state/capture/viewed.ts';
import { session } from '../../../app/state/host/session.ts';

/** Messages that are shown. */
const FIRST = 5;
/** Milliseconds from the last change of the fields: each framing is a list of its own for the host. */
const SETTLED_MS = 250;

/** The messages that a framing makes of what an endpoint has captured. */
export interface Tried {
	readonly messages: number;
	readonly first: readonly CaptureRow[];
	/** The host has still to look at events. */
	readonly running: boolean;
	readonly error: Error | undefined;
}

const NOTHING: Tried = { messages: 0, first: [], running: true, error: undefined };

/** The messages of an endpoint with a framing, up to date; undefined without a framing. */
export function useTried(endpoint: string, framing: Framing | undefined): Tried | undefined {
	const capture = useViewed((view) => view.capture);
	const [tried, setTried] = useState<Tried>(NOTHING);
	const key = JSON.stringify(framing);
	// biome-ignore lint/correctness/useExhaustiveDependencies: an equal framing makes equal messages
	useEffect(() => {
		if (framing === undefined) return;
		let stop: (() => void) | undefined;
		const timer = setTimeout(() => {
			stop = follow(endpoint, framing, (change) => setTried((before) => ({ ...before, ...change })));
		}, SETTLED_MS);
		return () => {
			clearTimeout(timer);
			stop?.();
		};
	}, [endpoint, key, capture]);
	return framing === undefined ? undefined : tried;
}

/** Lists the messages until the returned function is called. */
function follow(endpoint: string, framing: Framing, report: (change: Partial<Tried>) => void): () => void {
	const others = useListing.getState().tried.filter((one) => one.endpoint !== endpoint);
	const messages = { tried: [...others, { endpoint, framing }] };
	const filter =
		withCondition(withCondition('', { type: 'endpoint', is: '=', name: endpoint }) ?? '', {
			type: 'kind',
			is: '=',
			value: 'data',
		}) ?? '';
	let isOver = false;
	let shown = 0;
	const fail = (error: unknown) => {
		if (!isOver) report({ running: false, error: error instanceof Error ? error : new Error(String(error)) });
	};
	const stop = session.subscribe(
		'captureFilter',
		{ ...viewed(), messages, filter },
		{ onSnapshot: take, onDelta: take, onError: fail },
	);
	function take({
		matched,
		gone,
		scanned,
		stored,
		error,
	}: {
		matched: number;
		gone: number;
		scanned: number;
		stored: number;
		error?: unknown;
	}): void {
		if (error !== undefined) {
			fail(error);
			return;
		}
		report({ messages: matched - gone, running: scanned < stored, error: undefined });
		if (matched - gone === 0) report({ first: [] });
		const wanted = Math.min(FIRST, matched - gone);
		if (wanted === 0 || wanted === shown) return;
		shown = wanted;
		session.call('captureRows', { ...viewed(), messages, filter, from: gone, count: FIRST }).then(({ rows }) => {
			if (!isOver) report({ first: rows });
		}, fail);
	}
	return () => {
		isOver = true;
		stop();
	};
}
