import { CHAT_SCRIPT, KEY_VALUE_SCRIPT } from '../../presets/scripts.ts';
import type { CodeProgram } from './program.ts';

/** A script of a preset: each language has handlers of its own that do the same. */
export type PortedScript = 'key-value' | 'chat';

/** The line that a server with such a script begins with, without its end: ASCII, and no quotation mark. */
export const GREETINGS: Readonly<Record<PortedScript, string>> = {
	'key-value': 'Welcome. SET name value, GET name, DEL name, KEYS, QUIT',
	chat: 'Your name?',
};

const PORTED: ReadonlyMap<string, PortedScript> = new Map([
	[KEY_VALUE_SCRIPT.trim(), 'key-value'],
	[CHAT_SCRIPT.trim(), 'chat'],
]);

/** The handlers that do what the script of a stream server does; undefined where a person has changed a word of it. */
export function portedScript({ script, place, task }: CodeProgram): PortedScript | undefined {
	const isStreamServer = task.type === 'serve' && (place.transport === 'tcp' || place.transport === 'unix');
	return script !== undefined && isStreamServer ? PORTED.get(script.trim()) : undefined;
}

/** A program without what stands for the script in programs that only quote it. */
export function withoutScript({ omitted, ...program }: CodeProgram): CodeProgram {
	return { ...program, script: undefined, omitted: omitted.filter(({ code }) => code !== 'script') };
}
