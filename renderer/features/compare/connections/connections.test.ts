import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PrintedMessage } from '../../../../common/contract/calls/compare.ts';
import type { Difference } from '../../../../common/diff/index.ts';
import { setSession } from '../../../app/state/host/session.ts';
import { type FakeHost, fakeHost } from '../../../app/testing/host.fixture.ts';
import { callsUntil } from './captured.ts';
import { comparisonOf, whyNot } from './order.ts';
import { withEqual } from './pair-rows.ts';
import { ensureRun, forgetRun, type Run, startRun, stopRun, useRuns } from './run.ts';
import { likelyOther } from './use-suggestions.ts';
import { runWords } from './words.ts';

let host: FakeHost;

beforeEach(() => {
	host = fakeHost();
	setSession(host.session);
});

afterEach(() => {
	forgetRun();
	host.close();
});

const side = (capture?: string, connection?: number) => ({ capture, connection });
const message = (number: number, at: number, length: number): PrintedMessage => ({
	number,
	at,
	length,
	n: number,
	offset: 0,
	time: 0n,
	print: number,
});

const state = () => useRuns.getState().run?.state;

function reached(wanted: Run['state']): Promise<void> {
	return new Promise((resolve) => {
		const look = () => {
			if (state() !== wanted) return;
			stop();
			resolve();
		};
		const stop = useRuns.subscribe(look);
		look();
	});
}

it('says which sides cannot be compared', () => {
	expect(whyNot({ a: side('x'), b: side() })).toBeUndefined();
	expect(whyNot({ a: side('x', 1), b: side('x', 2) })).toBeUndefined();
	expect(whyNot({ a: side('x', 1), b: side(undefined, 1) })).toBeUndefined();
	expect(whyNot({ a: side('x'), b: side('x') })).toMatch(/choose another capture/);
	expect(whyNot({ a: side('x', 1), b: side('x', 1) })).toMatch(/choose another connection/);
	expect(whyNot({ a: side('x', 1), b: side('y') })).toMatch(/on both sides/);
});

it('proposes the connection of the same endpoint before a connection, else the one after it', () => {
	const connections = [
		{ id: 1, endpoint: 'one' },
		{ id: 2, endpoint: 'other' },
		{ id: 3, endpoint: 'one' },
		{ id: 4, endpoint: 'one' },
	].map((one) => ({
		...one,
		protocol: 'tcp' as const,
		local: '',
		remote: '',
		first: 0,
		events: 0,
		bytesIn: 0,
		bytesOut: 0,
		closed: true,
	}));
	expect([1, 2, 3, 4, 9].map((id) => likelyOther(connections, id))).toEqual([3, undefined, 1, 3, undefined]);
});

it('shows how much is equal between the differences of each side', () => {
	const differences: Difference[] = [
		{ kind: 'changed', side: 'in', framed: true, order: 3, a: message(3, 20, 5), b: message(3, 20, 5) },
		{ kind: 'extra', side: 'in', framed: true, order: 3, b: message(4, 25, 5) },
		{ kind: 'missing', side: 'out', framed: false, order: 4, a: message(1, 100, 50) },
		{ kind: 'missing', side: 'in', framed: true, order: 5, a: message(4, 25, 1) },
		{ kind: 'changed', side: 'out', framed: false, order: 6, a: message(9, 160, 5), b: message(9, 170, 5) },
		{ kind: 'end', a: 'reset', b: 'closed' },
	];
	expect(withEqual(differences)).toEqual([
		{ kind: 'equal', side: 'in', count: 2, framed: true },
		{ kind: 'difference', difference: differences[0] },
		{ kind: 'difference', difference: differences[1] },
		{ kind: 'equal', side: 'out', count: 100, framed: false },
		{ kind: 'difference', difference: differences[2] },
		{ kind: 'difference', difference: differences[3] },
		{ kind: 'equal', side: 'out', count: 10, framed: false },
		{ kind: 'difference', difference: differences[4] },
		{ kind: 'difference', difference: differences[5] },
	]);
});

it('splits both sides by the framing that is chosen', async () => {
	const framings: unknown[] = [];
	const connection = { id: 1, first: 0, endpoint: 'e', protocol: 'tcp' as const, local: '', remote: '' };
	const listed = { ...connection, events: 1, bytesIn: 0, bytesOut: 0, closed: true };
	const order = {
		a: side('x', 1),
		b: side('y', 1),
		ignore: [],
		withinMs: undefined,
		framing: { type: 'line' } as const,
	};
	const calls = callsUntil(new AbortController().signal, () => undefined);
	const comparison = await comparisonOf(
		order,
		{ a: listed, b: listed },
		{
			...calls,
			streamMessages: (input) => {
				framings.push(input.framing);
				return calls.streamMessages(input);
			},
		},
	);
	const found = comparison?.differences();
	expect(await found?.next()).toEqual({ done: true, value: undefined });
	expect(framings.length).toBeGreaterThanOrEqual(2);
	expect(new Set(framings)).toEqual(new Set([order.framing]));
});

it('runs once for the same order, stops on request, and says that nothing is there', async () => {
	const order = { a: side('x'), b: side('y'), ignore: [], withinMs: undefined, framing: undefined };
	ensureRun(order);
	await reached('done');
	const { run } = useRuns.getState();
	expect(run && runWords(run)).toBe('There are no connections.');
	ensureRun({ ...order, a: side('x') });
	expect(useRuns.getState().run).toBe(run);
	startRun(order);
	expect(state()).toBe('running');
	stopRun();
	await reached('stopped');
	const framing = { type: 'line' } as const;
	ensureRun({ ...order, framing });
	expect(useRuns.getState().run?.order.framing).toBe(framing);
	ensureRun({ ...order, withinMs: 5 });
	expect(state()).toBe('running');
	await reached('done');
	ensureRun({ a: side('x', 4), b: side('y', 5), ignore: [], withinMs: undefined, framing: undefined });
	await reached('failed');
	expect(String(useRuns.getState().run?.error)).toContain('The first capture has no connection 4.');
});
