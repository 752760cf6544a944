import type { ScriptFault } from '../../../common/contract/config/script.ts';

/** The script's file name in the interpreter's stacks. */
export const SCRIPT_NAME = 'script.js';
const FRAME = /script\.js:(\d+):(\d+)/;

/** Parses the interpreter side's description of an error: the message, a zero character, and the stack. */
export function faultOf(described: string): ScriptFault {
	const [message = '', stack = ''] = described.split('\0');
	const [, line, column] = FRAME.exec(stack) ?? [];
	if (line === undefined || column === undefined || Number(line) < 1 || Number(column) < 1) return { message };
	return { message, line: Number(line), column: Number(column) };
}
