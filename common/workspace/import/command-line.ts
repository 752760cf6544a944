import { fromCurl } from './curl.ts';
import type { Found } from './found.ts';
import { fromNetcat } from './netcat.ts';
import { shellWords } from './shell-words.ts';
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
	const [first = '', ...words] = shellWords(line.trim().replace(/^\$\s+/, '')) ?? [];
	const name = first.slice(first.lastIndexOf('/') + 1);
	// What stands behind is of another program.
	const end = words.findIndex((word) => ['|', '||', '&&', '>', '>>', '<', ';', '&'].includes(word));
	const found = PROGRAMS[name]?.(end === -1 ? words : words.slice(0, end));
	if (found === undefined || end === -1) return found;
	return { ...found, notes: [...found.notes, `${name}: what stands behind ${words[end]} was left out.`] };
}
