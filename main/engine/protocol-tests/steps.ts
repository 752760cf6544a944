import { setTimeout as wait } from 'node:timers/promises';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { duration, excerpt } from '../../../common/protocol-tests/index.ts';
import type { Engine } from '../core/types.ts';
import type { ReadyAction, ReadyCondition } from './compile.ts';
import type { TestConnections } from './connections.ts';
import type { Filling } from './filling.ts';
import type { Line } from './lines.ts';
import { firstMatch } from './matching.ts';
import { reasonOf } from './report.ts';
import { failureSays, StepFailure } from './step-failure.ts';
import { within } from './within.ts';

/** The context of a run's steps. `signal` ends the run. */
export interface Stage {
	readonly engine: Engine;
	readonly connections: TestConnections;
	readonly filling: Filling;
	readonly signal: AbortSignal;
}

/** Waits until one of the expectations is met, sets what it captures, and returns its index. Rejects with a StepFailure. */
export async function meet(
	{ connections, filling, signal }: Stage,
	on: string | undefined,
	ready: readonly ReadyCondition['ready'][],
	withinMs: number,
): Promise<number> {
	const line = connections.line(on);
	const expectations = ready.map((fill) => fill(filling));
	const talk = await line.talk(signal, withinMs);
	const { at, captured } = await firstMatch(signal, talk, line.datagrams, expectations, withinMs);
	filling.capture(captured);
	return at;
}

async function expectEnd({ connections, signal }: Stage, on: string | undefined, withinMs: number): Promise<void> {
	const talk = await connections.line(on).talk(signal, withinMs);
	const look = (): true | undefined => {
		const got = talk.inbox.next();
		if (got !== undefined) {
			const nothing = new Uint8Array();
			throw new StepFailure(failureSays('unexpectedBytes'), 'differs', excerpt(got.length, nothing, got));
		}
		if (talk.failure !== undefined) throw new StepFailure(talk.failure, 'over');
		return talk.over || undefined;
	};
	const late = () => new StepFailure(failureSays('noEndWithin', { within: duration(withinMs) }), 'late');
	await within({ signal, changes: talk, withinMs, look, late });
}

/** A step that contains no others. */
type Leaf = Exclude<ReadyAction, { type: 'branch' | 'repeat' | 'leave' }>;

async function act(stage: Stage, step: Leaf): Promise<unknown> {
	const { engine, connections, filling, signal } = stage;
	if (step.type === 'wait') return wait(step.ms, undefined, { signal });
	if (step.type === 'expect') return meet(stage, step.on, [step.ready], step.withinMs);
	if (step.type === 'expect-end') return expectEnd(stage, step.on, step.withinMs);
	const line = connections.line(step.on);
	switch (step.type) {
		case 'open':
			return line.open();
		case 'accept':
			return line.accept(signal, step.withinMs);
		case 'send': {
			const bytes = step.bytes(filling);
			await line.talk(signal);
			return engine.send({ ...line.place(), bytes });
		}
		case 'end':
			return engine.endConnection(await connection(line, signal));
		case 'close':
			return engine.closeConnection(await connection(line, signal));
		case 'reset':
			return engine.resetConnection(await connection(line, signal));
	}
}

async function connection(line: Line, signal: AbortSignal): Promise<number> {
	await line.talk(signal);
	return line.connection();
}

/** Runs a step; throws a StepFailure that explains why it did not pass. */
export async function take(stage: Stage, step: Leaf): Promise<void> {
	try {
		await act(stage, step);
	} catch (error) {
		throw error instanceof WirebenchError ? new StepFailure(reasonOf(error)) : error;
	}
}
