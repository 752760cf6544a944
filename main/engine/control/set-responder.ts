import type { Responder } from '../../../common/contract/config/responder.ts';
import { noteTexts } from '../../../common/words/en/sentences/notes.ts';
import type { EndpointRecord } from '../core/endpoint-record.ts';
import { stopped } from '../errors/stopped.ts';
import { Tally } from '../rules/tally.ts';
import { engineError } from '../sentences/engine-error.ts';
import { runScript } from './start-script.ts';

/**
 * Replaces the rules or the script; messages received before are answered by the old ones. A script is run first: if it
 * fails, nothing changes. Throws `bad-input` for an invalid responder and `wrong-state` for a kind without answers, or
 * while it starts or stops.
 */
export async function setResponder(record: EndpointRecord, responder: Responder): Promise<void> {
	const { config, runner, status } = record;
	if (!('responder' in config)) throw engineError('wrong-state', 'answersNothing', { name: config.name });
	if (status === 'starting' || status === 'stopping') {
		throw engineError('wrong-state', 'busyForAnswers', { name: config.name, status });
	}
	const { script } = record.compile({ ...config, responder });
	const asked = runner === undefined || script === undefined ? undefined : await runScript(record, script);
	if (record.runner !== runner) {
		await asked?.close();
		throw stopped();
	}
	use(record, responder);
	if (runner === undefined) return;
	const before = record.script;
	record.script = asked;
	record.endpointEvent('note', describe(responder));
	if (before === undefined && asked === undefined) return;
	const { connections } = record.context;
	for (const connection of [...connections.values()]) if (connection.endpoint === record.id) connection.answerAnew?.();
	before?.closeOnceLeft();
}

/** The current config, whose other fields may have changed meanwhile. */
function use(record: EndpointRecord, responder: Responder): void {
	const { config } = record;
	if (!('responder' in config)) return;
	const next = { ...config, responder };
	record.behaviour = { ...record.behaviour, ...record.compile(next) };
	record.config = next;
	record.scriptFault = undefined;
	record.tally = new Tally();
	record.tally.reset(next);
	record.changed();
}

function describe({ script, rules, onOpen }: Responder): string {
	if (script !== undefined) return noteTexts.scriptAnswers;
	if (rules.length === 1) return noteTexts.oneRuleAnswers;
	if (rules.length > 1) return noteTexts.rulesAnswer({ rules: rules.length });
	return onOpen === undefined ? noteTexts.nothingAnswered : noteTexts.noMessageAnswered;
}
