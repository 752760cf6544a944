import type { ScriptFault } from '../contract/config/script.ts';

/** A fault as one line for people: its place, then the message. */
export function faultText({ message, line, column }: ScriptFault): string {
	if (line === undefined) return `Script: ${message}`;
	return `Script, line ${line}${column === undefined ? '' : `, column ${column}`}: ${message}`;
}
