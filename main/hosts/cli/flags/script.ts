import { type Command, InvalidArgumentError } from 'commander';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { LIMITS } from '../../../../common/contract/base/limits.ts';
import { answering } from '../../../../common/words/en/cli/answering.ts';
import { values } from '../../../../common/words/en/cli/values.ts';
import { readTextSync, whyUnreadable } from '../../../files/index.ts';
import { reasonText, spoken } from '../terminal/language.ts';

const words = () => spoken('answering', answering).script;
const valuesWords = () => spoken('values', values);

/** The command line's options for a script. */
export interface ScriptChoices {
	/** Its source. */
	readonly script?: string | undefined;
	readonly scriptTime?: number | undefined;
	readonly scriptMemory?: number | undefined;
	readonly scriptOutput?: number | undefined;
}

export function addScriptOptions(command: Command): Command {
	const upTo = (most: number) => (text: string) => wholeNumber(text, most);
	return command
		.option('--script <file>', words().file, readScript)
		.option('--script-time <ms>', words().time, upTo(LIMITS.scriptTimeMs))
		.option('--script-memory <MiB>', words().memory, upTo(LIMITS.scriptMemoryMiB))
		.option('--script-output <KiB>', words().output, upTo(LIMITS.scriptOutputKiB));
}

/** The responder from the options; undefined without a script. `before`: of the preset. */
export function scriptResponder(
	{ script, scriptTime: timeMs, scriptMemory: memoryMiB, scriptOutput: outputKiB }: ScriptChoices,
	before: unknown,
): unknown {
	const limits = Object.fromEntries(
		Object.entries({ timeMs, memoryMiB, outputKiB }).filter(([, value]) => value !== undefined),
	);
	if (script !== undefined) return { script: { source: script, limits } };
	if (Object.keys(limits).length === 0) return undefined;
	const source = presetScript(before);
	if (source === undefined) {
		throw new WirebenchError('bad-input', words().none);
	}
	return { script: { source, limits } };
}

function presetScript(responder: unknown): unknown {
	if (typeof responder !== 'object' || responder === null || !('script' in responder)) return undefined;
	const { script } = responder;
	return typeof script === 'object' && script !== null && 'source' in script ? script.source : undefined;
}

function readScript(file: string): string {
	let source: string;
	try {
		source = readTextSync(file, { mostBytes: 4 * LIMITS.scriptChars, pipes: true });
	} catch (error) {
		throw new InvalidArgumentError(words().unreadable(reasonText(whyUnreadable(error))));
	}
	if (source.trim() === '') throw new InvalidArgumentError(words().empty);
	return source;
}

function wholeNumber(text: string, most: number): number {
	const value = Number(text);
	if (/^\d{1,9}$/.test(text) && value >= 1 && value <= most) return value;
	throw new InvalidArgumentError(valuesWords().wholeRange(1, most));
}
