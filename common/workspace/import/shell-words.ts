const ESCAPES: Readonly<Record<string, string>> = {
	n: '\n',
	r: '\r',
	t: '\t',
	a: '\x07',
	b: '\b',
	e: '\x1b',
	f: '\f',
	v: '\v',
};

/** A part of a word of a POSIX shell: quoted in one of three ways, escaped, or plain. */
const PART =
	/\$'(?<ansi>(?:\\[\s\S]|[^'\\])*)'|'(?<single>[^']*)'|"(?<double>(?:\\[\s\S]|[^"\\])*)"|\\(?<escaped>[\s\S])|(?<plain>[^\s'"\\]+)/y;

function ansi(text: string): string {
	return text.replaceAll(
		/\\(?:x([0-9a-f]{1,2})|u([0-9a-f]{1,4})|([0-7]{1,3})|([\s\S]))/gi,
		(_all, hex, wide, octal, sign) => {
			if (sign !== undefined) return ESCAPES[sign] ?? sign;
			return String.fromCodePoint(octal === undefined ? Number.parseInt(hex ?? wide, 16) : Number.parseInt(octal, 8));
		},
	);
}

/** What ends a command, where it stands alone and is not quoted. */
const OPERATORS = ['|', '||', '&&', '>', '>>', '<', ';', '&'];

interface Word {
	readonly text: string;
	/** No part of it is quoted or escaped. */
	readonly isPlain: boolean;
}

/**
 * The words of a command line of a POSIX shell, with quotes and line continuations resolved; undefined for an open
 * quote. Variables and substitutions stay as they are.
 */
export function shellWords(line: string): string[] | undefined {
	return wordsOf(line)?.map(({ text }) => text);
}

/** The words of a command line's first command, and the operator that ends it. Undefined for an open quote. */
export function firstCommand(
	line: string,
): { readonly words: readonly string[]; readonly operator: string | undefined } | undefined {
	const words = wordsOf(line);
	if (words === undefined) return undefined;
	const end = words.findIndex(({ text, isPlain }) => isPlain && OPERATORS.includes(text));
	const own = end === -1 ? words : words.slice(0, end);
	return { words: own.map(({ text }) => text), operator: words[end]?.text };
}

function wordsOf(line: string): Word[] | undefined {
	const text = line.replaceAll(/\\\r?\n/g, ' ');
	const words: Word[] = [];
	let at = 0;
	while (true) {
		at += /^\s*/.exec(text.slice(at))?.[0].length ?? 0;
		if (at === text.length) return words;
		let word = '';
		let isPlain = true;
		while (at < text.length && !/\s/.test(text.charAt(at))) {
			PART.lastIndex = at;
			const groups = PART.exec(text)?.groups;
			if (groups === undefined) return undefined;
			at = PART.lastIndex;
			const { ansi: quoted, single, double, escaped, plain } = groups;
			isPlain &&= plain !== undefined;
			if (quoted !== undefined) word += ansi(quoted);
			else if (double !== undefined) word += double.replaceAll(/\\([$`"\\])/g, '$1');
			else word += single ?? escaped ?? plain ?? '';
		}
		words.push({ text: word, isPlain });
	}
}
