/** A file of settings as Qt writes it (QSettings::IniFormat): values by key, by section. */
export type Ini = ReadonlyMap<string, ReadonlyMap<string, string>>;

const ESCAPES: Readonly<Record<string, string>> = {
	n: '\n',
	r: '\r',
	t: '\t',
	'0': '\0',
	a: '\x07',
	b: '\b',
	f: '\f',
	v: '\v',
};

/** Names have `%20` for a character, `%U20AC` for one beyond Latin-1. */
function nameOf(text: string): string {
	return text.replaceAll(/%U([0-9A-Fa-f]{4})|%([0-9A-Fa-f]{2})/g, (_all, wide, narrow) =>
		String.fromCharCode(Number.parseInt(wide ?? narrow, 16)),
	);
}

function textOf(text: string): string {
	const trimmed = text.trim();
	const inner = /^"(.*)"$/s.exec(trimmed)?.[1] ?? trimmed;
	return inner.replaceAll(/\\(?:x([0-9A-Fa-f]{1,4})|(.))/gs, (_all, hex, sign: string) =>
		hex === undefined ? (ESCAPES[sign] ?? sign) : String.fromCharCode(Number.parseInt(hex, 16)),
	);
}

/** Reads it; undefined where a line is neither a section, nor a key with a value, nor a comment. */
export function parseIni(text: string): Ini | undefined {
	const sections = new Map<string, Map<string, string>>();
	let section = new Map<string, string>();
	for (const line of text.split(/\r?\n/)) {
		if (line.trim() === '' || line.startsWith(';')) continue;
		const name = /^\[(.+)\]$/.exec(line.trim())?.[1];
		const [, key, value] = /^([^=]+)=(.*)$/s.exec(line) ?? [];
		if (name !== undefined) {
			section = sections.get(nameOf(name)) ?? new Map();
			sections.set(nameOf(name), section);
		} else if (key !== undefined && value !== undefined) section.set(nameOf(key.trim()), textOf(value));
		else return undefined;
	}
	return sections;
}
