import { WirebenchError } from '../contract/base/errors.ts';
import type { Sentence } from '../contract/base/sentence.ts';
import type { ScriptFault } from '../contract/config/script.ts';
import { scriptTexts } from '../words/en/sentences/scripts.ts';
import { knownSentence } from '../words/sentence/known.ts';
import { given, type Said, sayingOf } from '../words/sentence/said.ts';

const say = sayingOf(scriptTexts);
const known = knownSentence(scriptTexts);

/** What was wrong, without the place. An error that the script itself has thrown is in its own words. */
export function faultReason({ message }: Pick<ScriptFault, 'message'>): {
	readonly message: string;
	readonly says?: Sentence | undefined;
} {
	return { message, says: known(message) };
}

/** A fault as one line for people: its place, then the message. */
export function faultSays(fault: ScriptFault): Said {
	const { line, column } = fault;
	const why = given(faultReason(fault));
	if (line === undefined) return say('scriptFault', { why });
	if (column === undefined) return say('scriptFaultAtLine', { line, why });
	return say('scriptFaultAtColumn', { line, column, why });
}

/** The error of a script that cannot be used. `path`: of the script in the config. */
export function faultError(fault: ScriptFault, path: string): WirebenchError {
	const { message: _, ...place } = fault;
	const { message, says } = faultSays(fault);
	return new WirebenchError('bad-input', message, { path, ...place, says });
}
