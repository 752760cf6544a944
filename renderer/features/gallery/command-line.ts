import { useEffect, useState } from 'react';
import type { CommandLine } from './read-command.ts';

/** The start of a command line of a program that is read; the test holds it against the importer's own list. */
const PROGRAM = /^\s*(?:\$\s+)?(?:\S*\/)?(?:curl|nc|ncat|netcat|socat)\s+\S/;

/** Whether a text begins like a command line that can be read, not like a search. */
export const isCommandLine = (text: string): boolean => PROGRAM.test(text);

/** A pasted command as one line, as a field has it: continued lines are joined, further commands stay behind `;`. */
export function asOneLine(text: string): string {
	const lines = text.trim().replaceAll(/\\\r?\n/g, ' ');
	return lines.replaceAll(/(?:\r?\n)+/g, '; ');
}

/** The importer, loaded at first use: most windows never need it. */
export const loadReader = () => import('./read-command.ts');

/** What a command line makes; undefined for a search, for an unreadable line, and until the importer is loaded. */
export function useCommandLine(text: string): CommandLine | undefined {
	const [read, setRead] = useState<{ readonly text: string; readonly found: CommandLine | undefined }>();
	useEffect(() => {
		let wanted = isCommandLine(text);
		if (wanted) {
			loadReader().then(
				({ readCommand }) => wanted && setRead({ text, found: readCommand(text) }),
				// Enter loads it again, and reports the failure.
				() => wanted && setRead(undefined),
			);
		}
		return () => {
			wanted = false;
		};
	}, [text]);
	return read?.text === text ? read.found : undefined;
}
