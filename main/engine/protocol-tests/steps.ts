import { setTimeout as wait } from 'node:timers/promises';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { Difference } from '../../../common/contract/calls/protocol-tests.ts';
import { duration, excerpt, type Verdict } from '../../../common/protocol-tests/index.ts';
import type { Engine } from '../core/types.ts';
import { errorText } from '../errors/errno.ts';
import { INLINE_NS } from '../rules/loop-budget.ts';
import type { ReadyStep } from './compile.ts';
import type { Filling } from './filling.ts';
import type { Talk } from './talk.ts';

/** The context of a run's steps. `signal` ends the run. */
export interface Stage {
	readonly engine: Engine;
	readonly endpoint: string;
	readonly talk: Talk;
	readonly datagrams: boolean;
	readonly filling: Filling;
	readonly signal: AbortSignal;
}

/** A failed step. */
export class StepFailure extends Error {
	readonly difference: Difference | undefined;

	constructor(message: string, difference?: Difference) {
		super(message);
		this.difference = difference;
	}
}

const NOTHING = new Uint8Array();

/**
 * Waits until `look` returns something, for `withinMs` at most; `late` creates the error to throw then. `interrupt`
 * ends a running look, which rejects.
 */
async function within<T>(
	{ talk, signal }: Stage,
	withinMs: number,
	look: () => Promise<T | undefined> | T | undefined,
	late: () => StepFailure,
	interrupt: () => void = () => undefined,
): Promise<T> {
	let expired = false;
	const timer = setTimeout(() => {
		expired = true;
		stop();
	}, withinMs);
	const stop = (): void => {
		interrupt();
		talk.wake();
	};
	signal.addEventListener('abort', stop);
	try {
		for (;;) {
			signal.throwIfAborted();
			const changed = talk.changed();
			const found = await look();
			if (found !== undefined) return found;
			if (expired) throw late();
			await changed;
		}
	} catch (error) {
		signal.throwIfAborted();
		throw expired && isInterrupted(error) ? late() : error;
	} finally {
		clearTimeout(timer);
		signal.removeEventListener('abort', stop);
	}
}

function isInterrupted(error: unknown): boolean {
	return error instanceof WirebenchError && error.code === 'closed';
}

/** The received bytes next to the expected ones, if those are known. */
function soFar(talk: Talk, expected: Uint8Array | undefined): Difference | undefined {
	const got = talk.inbox.next() ?? NOTHING;
	if (expected !== undefined) return excerpt(got.length, expected, got);
	return got.length === 0 ? undefined : excerpt(0, NOTHING, got);
}

function came({ talk, datagrams }: Stage): string {
	if (talk.inbox.empty) return 'Nothing came';
	return datagrams ? 'No datagram that does came' : `Only ${talk.inbox.length} bytes came`;
}

async function expectBytes(stage: Stage, { ready, withinMs }: ReadyStep & { type: 'expect' }): Promise<void> {
	const { talk, datagrams, filling } = stage;
	const { expectation, ruleThread } = ready(filling);
	const judge = (got: Uint8Array): Verdict | Promise<Verdict> =>
		expectation.nsPerByte * got.length > INLINE_NS ? ruleThread.look(got, datagrams) : expectation.look(got, datagrams);
	const look = async (): Promise<true | undefined> => {
		const got = talk.inbox.next();
		const { length } = talk.inbox;
		const verdict = got === undefined && datagrams ? undefined : await judge(got ?? NOTHING);
		if (verdict?.type === 'matched') {
			talk.inbox.take(verdict.taken);
			return true;
		}
		if (verdict?.type === 'differs') {
			const { expected = NOTHING } = expectation;
			throw new StepFailure('Something else came.', excerpt(verdict.at, expected, got ?? NOTHING));
		}
		// More was received during the look: it must be included.
		if (talk.inbox.length !== length) return undefined;
		if (talk.inbox.full)
			throw new StepFailure('More came than is kept for a step, and what is expected was not in it.');
		if (talk.failure !== undefined) throw new StepFailure(talk.failure, soFar(talk, expectation.expected));
		if (talk.over) throw new StepFailure('The connection ended before.', soFar(talk, expectation.expected));
		return undefined;
	};
	const late = () => new StepFailure(`${came(stage)} within ${duration(withinMs)}.`, soFar(talk, expectation.expected));
	try {
		await within(stage, withinMs, look, late, () => ruleThread.stop());
	} finally {
		ruleThread.stop();
	}
}

async function expectEnd(stage: Stage, withinMs: number): Promise<void> {
	const { talk } = stage;
	const look = (): true | undefined => {
		if (!talk.inbox.empty) throw new StepFailure('Bytes came that no step expects.', soFar(talk, NOTHING));
		if (talk.failure !== undefined) throw new StepFailure(talk.failure);
		return talk.over || undefined;
	};
	await within(stage, withinMs, look, () => new StepFailure(`The peer did not end within ${duration(withinMs)}.`));
}

/** The client's one connection; a datagram socket has none until it has sent something. */
function connection({ engine, endpoint }: Stage): number {
	const found = engine.connections().find((each) => each.endpoint === endpoint);
	if (found === undefined) throw new StepFailure('There is no connection any more.');
	return found.id;
}

async function act(stage: Stage, step: ReadyStep): Promise<void> {
	const { engine, endpoint, filling, signal } = stage;
	switch (step.type) {
		case 'send':
			await engine.send({ endpoint, bytes: step.bytes(filling) });
			return;
		case 'expect':
			return expectBytes(stage, step);
		case 'expect-end':
			return expectEnd(stage, step.withinMs);
		case 'wait':
			await wait(step.ms, undefined, { signal });
			return;
		case 'end':
			return engine.endConnection(connection(stage));
		case 'close':
			return engine.closeConnection(connection(stage));
		case 'reset':
			return engine.resetConnection(connection(stage));
	}
}

/** Runs a step; throws a StepFailure that explains why it did not pass. */
export async function take(stage: Stage, step: ReadyStep): Promise<void> {
	try {
		await act(stage, step);
	} catch (error) {
		throw error instanceof WirebenchError ? new StepFailure(errorText(error)) : error;
	}
}
