import type { Script } from '../../../common/contract/config/script.ts';
import type { EndpointRecord } from '../core/endpoint-record.ts';
import { stopped } from '../errors/stopped.ts';
import { ScriptRun } from '../script/run.ts';

/**
 * Runs the endpoint's script, if it has one, before its sockets are opened. Fails with `bad-input` and the place in it
 * when the script fails, and with `wrong-state` when it is no longer `wanted` by then.
 */
export async function startScript(record: EndpointRecord, wanted: () => boolean): Promise<void> {
	const { script } = record.behaviour;
	if (script === undefined) return;
	const run = await createScript(record, script);
	if (!wanted()) {
		await run.close();
		throw stopped();
	}
	// From now on a stop ends it.
	record.script = run;
	try {
		await run.begin();
	} catch (error) {
		throw wanted() ? error : stopped();
	}
	if (!wanted()) throw stopped();
}

/** Runs a script that will replace the current answers; until then, it ends with the run of the endpoint. */
export async function runScript(record: EndpointRecord, script: Script): Promise<ScriptRun> {
	const run = await createScript(record, script);
	await run.begin();
	return run;
}

function createScript(record: EndpointRecord, script: Script): Promise<ScriptRun> {
	return ScriptRun.create(script, {
		tell: (id, kind, text) => {
			const connection = record.context.connections.get(id);
			if (connection === undefined) record.endpointEvent(kind, text);
			else connection.tell(kind, text);
		},
		fault: (fault) => {
			record.scriptFault = fault;
			record.changed();
		},
	});
}

/** Ends the script of a start, even while it is busy. */
export async function stopScript(record: EndpointRecord): Promise<void> {
	const { script } = record;
	record.script = undefined;
	await script?.close();
}
