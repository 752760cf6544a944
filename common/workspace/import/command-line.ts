import { fromCurl } from './curl.ts';
import type { Found } from './found.ts';
import { importSays } from './import-says.ts';
import { fromNetcat } from './netcat.ts';
import { firstCommand } from './shell-words.ts';
import { fromSocat } from './socat.ts';

const PROGRAMS: Readonly<Record<string, (words: readonly string[]) => Found>> = {
	curl: fromCurl,
	nc: fromNetcat,
	ncat: fromNetcat,
	netcat: fromNetcat,
	socat: fromSocat,
};

/** The programs whose command lines are read. */
export const IMPORTED_PROGRAMS = Object.keys(PROGRAMS);

/** What a command line of curl, netcat or socat does, as endpoints; undefined for another program. */
export function fromCommandLine(line: string): Found | undefined {
	const command = firstCommand(line.trim().replace(/^\$\s+/, ''));
	if (command === undefined) return undefined;
	const [first = '', ...words] = command.words;
	const name = first.slice(first.lastIndexOf('/') + 1);
	const found = PROGRAMS[name]?.(words);
	const { operator } = command;
	if (found === undefined || operator === undefined) return found;
	return { ...found, notes: [...found.notes, importSays('operatorLeftOut', { label: name, operator })] };
}
