import { isIdle } from '../../../common/contract/base/endpoint-status.ts';
import type { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { EndpointRecord } from '../core/endpoint-record.ts';
import type { Runner } from '../core/runner.ts';
import { createRunner, explainFailure } from '../kinds/index.ts';
import { ledgerOf } from '../load-test/loss-report/config.ts';
import { engineError } from '../sentences/engine-error.ts';
import { noteLeftBehind } from './left-behind.ts';
import { startScript, stopScript } from './start-script.ts';

/** Stops in progress, so that a second stop and a restart wait for the first. */
const stops = new WeakMap<EndpointRecord, Promise<void>>();

/** Fails with `wrong-state` while an endpoint runs. */
export function assertIdle(record: EndpointRecord, otherwise: 'stopBeforeStart' | 'stopBeforeChange'): void {
	if (isIdle(record)) return;
	throw engineError('wrong-state', otherwise, { name: record.config.name, status: record.status });
}

/** The run has ended, by itself or by a stop. */
function ended(record: EndpointRecord, runner: Runner, error?: WirebenchError): void {
	if (record.runner !== runner) return;
	record.runner = undefined;
	record.local = undefined;
	void stopScript(record);
	record.behaviour.ruleThread.stop();
	if (error === undefined) {
		record.status = 'stopped';
		record.changed();
	} else {
		fail(record, error);
	}
}

/** The run has ended with an error, which is an event and stays in the record. */
function fail(record: EndpointRecord, error: WirebenchError): void {
	record.errorEvent(error);
	record.status = 'failed';
	record.error = error.toInfo();
	record.changed();
}

/** Starts an endpoint; waits for a stop in progress. A failure stays in the record and is an event. */
export async function start(record: EndpointRecord): Promise<void> {
	await stops.get(record);
	assertIdle(record, 'stopBeforeStart');
	const config = record.located;
	const runner = createRunner(record, config, (error) => ended(record, runner, error));
	record.runner = runner;
	record.status = 'starting';
	record.error = undefined;
	record.ledger.begin(ledgerOf(record.config));
	record.scriptFault = undefined;
	record.introduce();
	record.changed();
	try {
		await startScript(record, () => record.runner === runner && record.status === 'starting');
		await runner.open();
	} catch (thrown) {
		const error = await explainFailure(thrown, config, record);
		if (record.runner === runner && record.status === 'starting') {
			record.runner = undefined;
			void stopScript(record);
			fail(record, error);
		}
		throw error;
	}
	// A client's connection may have opened and closed, and a stop may have happened in between.
	if (record.runner !== runner || record.status !== 'starting') return;
	record.status = 'open';
	record.changed();
}

/** Stops an endpoint; resolves when all its sockets are closed. */
export function stop(record: EndpointRecord): Promise<void> {
	const under = stops.get(record);
	if (under) return under;
	const { runner } = record;
	if (runner === undefined) return Promise.resolve();
	record.status = 'stopping';
	record.changed();
	// End a looping script first: each closing connection calls it.
	const stopping = Promise.all([runner.close(), stopScript(record)]).then(async () => {
		await noteLeftBehind(record);
		stops.delete(record);
		ended(record, runner);
	});
	stops.set(record, stopping);
	return stopping;
}
