import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import type { EndpointState } from '../../../../common/contract/calls/workbench.ts';
import type { Engine } from '../../../app/headless.ts';
import type { EventCounters } from '../../../app/headless-engine.ts';
import type { PrintedEvent } from '../output/event.ts';
import type { Format } from '../output/format.ts';
import { say } from '../terminal/console.ts';
import { describeError } from '../terminal/exit.ts';
import { EXIT } from '../terminal/exit-codes.ts';
import type { Session } from './session.ts';

/** Least time between two checks in a row, in milliseconds: every message is a change. */
const CHECK_MS = 20;

/**
 * Resolves when none of the endpoints runs any more: clients whose connections have closed, say. Checks after a change, and
 * then at most every 20 ms.
 * @param until whether a run is over although its endpoint continues
 */
export function stopped(
	engine: Engine,
	ids: readonly string[],
	until?: (state: EndpointState | undefined) => boolean,
): Promise<void> {
	const isOver = (id: string): boolean => {
		const state = engine.endpoint(id);
		return state?.status === 'stopped' || state?.status === 'failed' || until?.(state) === true;
	};
	return new Promise((resolve) => {
		let last = Number.NEGATIVE_INFINITY;
		const look = (): void => {
			last = performance.now();
			engine.takeChanges();
			if (!ids.every(isOver)) return;
			stopListening();
			resolve();
		};
		const stopListening = engine.onChange(() => {
			const wait = last + CHECK_MS - performance.now();
			if (wait > 0) setTimeout(look, wait);
			else setImmediate(look);
		});
		look();
	});
}

/** The last line of a run. */
export function summary({ received, stored, dropped }: EventCounters): PrintedEvent {
	return { event: 'summary', received, stored, dropped };
}

/** Lines about an error of an endpoint; of one of several they begin with its name. */
export function endpointError(error: unknown, name: string | undefined): string[] {
	const [first = '', ...more] = describeError(error);
	return [name === undefined ? first : `${name}: ${first}`, ...more];
}

/**
 * Stops the endpoints, stores the rest, and prints loss reports, the sum and what has failed by itself; returns the exit
 * code. `named`: the endpoint's name is in front of what has failed.
 */
export async function finishRun(
	{ engine, output, finish }: Session,
	ids: readonly string[],
	{ format, named = false }: { readonly format: Format; readonly named?: boolean },
): Promise<number> {
	const ends = ids.flatMap((id) => engine.endpoint(id) ?? []);
	const { counters, code } = await finish();
	for (const { id, config } of ends) {
		const figures = engine.ledger(id);
		if (figures !== undefined) output.lines(format({ event: 'ledger', endpoint: config.name, ...figures }));
	}
	output.lines(format(summary(counters)));
	await output.drained();
	const failures = ends.flatMap(({ status, error, asks, config }) => {
		// It has reported itself which messages got no answer.
		if (asks !== undefined && asks.answered < asks.total) return [[]];
		if (status !== 'failed' || error === undefined) return [];
		return [endpointError(WirebenchError.fromInfo(error), named ? config.name : undefined)];
	});
	for (const lines of failures) say(...lines);
	return failures.length > 0 ? EXIT.failed : code;
}
