/** Variables with their expressions, as a person writes them: `seq = frame.sequence, unit = frame.address`. */
export function captureText(capture: Readonly<Record<string, string>> = {}): string {
	return Object.entries(capture)
		.map(([name, expression]) => `${name} = ${expression}`)
		.join(', ');
}

/** The variables of a text. A comma in parentheses belongs to an expression. */
export function capturesIn(text: string): Record<string, string> {
	const parts: string[] = [];
	let depth = 0;
	let from = 0;
	for (let at = 0; at < text.length; at++) {
		const character = text[at];
		if (character === '(' || character === '[') depth++;
		if (character === ')' || character === ']') depth--;
		if (character !== ',' || depth > 0) continue;
		parts.push(text.slice(from, at));
		from = at + 1;
	}
	parts.push(text.slice(from));
	return Object.fromEntries(
		parts.flatMap((part) => {
			const [name = '', ...rest] = part.split('=');
			const expression = rest.join('=').trim();
			return name.trim() === '' || expression === '' ? [] : [[name.trim(), expression] as const];
		}),
	);
}
