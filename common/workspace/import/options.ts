/** Options as they were given: each name with its value, empty for a flag. */
export interface GivenOptions {
	readonly given: readonly (readonly [name: string, value: string])[];
	readonly operands: readonly string[];
	/** Those that have no counterpart, with their hyphens. */
	readonly leftOut: readonly string[];
	/** Those that the table does not have, with their hyphens. */
	readonly unknown: readonly string[];
}

/** Options with spaces between: `letter|name`, or one of them; a colon behind it: it has a value. */
export interface OptionTable {
	/** Those that are taken over, or change nothing that is. */
	readonly used: string;
	readonly leftOut?: string;
}

function rowsOf(options: string) {
	return (options.match(/\S+/g) ?? []).map((row) => {
		const names = row.replace(/:$/, '').split('|');
		return { names, name: names.at(-1) ?? '', takes: row.endsWith(':') };
	});
}

/** Reads options as getopt does, also behind operands. */
export function readOptions(words: readonly string[], table: OptionTable): GivenOptions {
	const without = rowsOf(table.leftOut ?? '');
	const rows = [...rowsOf(table.used), ...without];
	const find = (written: string) => rows.find(({ names }) => names.includes(written));
	const given: [string, string][] = [];
	const operands: string[] = [];
	const unknown: string[] = [];
	const rest = [...words];
	for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
		if (word === '--') {
			operands.push(...rest);
			break;
		}
		const [, long, , value] = /^--([^=]+)(=([\s\S]*))?$/.exec(word) ?? [];
		if (long !== undefined) {
			const row = find(long);
			if (row === undefined) unknown.push(`--${long}`);
			else given.push([row.name, row.takes ? (value ?? rest.shift() ?? '') : '']);
		} else if (/^-./.test(word)) {
			for (let at = 1; at < word.length; at++) {
				const letter = word.charAt(at);
				const row = find(letter);
				if (row === undefined) unknown.push(`-${letter}`);
				else if (row.takes) {
					given.push([row.name, word.slice(at + 1) || (rest.shift() ?? '')]);
					break;
				} else given.push([row.name, '']);
			}
		} else operands.push(word);
	}
	const leftOut = given.flatMap(([name]) =>
		without.some((row) => row.name === name) ? [`${name.length === 1 ? '-' : '--'}${name}`] : [],
	);
	return { given, operands, leftOut, unknown };
}
