import { scan } from './scan.ts';

/** The variables of the environment that a template names; none where it is no template that can be read. */
export function environmentNames(text: string): string[] {
	const found = scan(text);
	if (!found.ok) return [];
	return found.placeholders.flatMap(({ words: [name, variable] }) =>
		name?.text === 'env' && !name.quoted && variable !== undefined ? [variable.text] : [],
	);
}
