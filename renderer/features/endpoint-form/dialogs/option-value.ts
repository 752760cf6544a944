import type { DialogWords } from '../../../../common/words/en-dialogs.ts';

type Words = DialogWords['endpointForm']['dialogs']['options']['values'];

/** How the host writes numbers among the values in force. */
const NUMBERS: readonly (readonly [RegExp, keyof Words['numbers']])[] = [
	[/^(\d+) bytes$/, 'bytes'],
	[/^(\d+) ms$/, 'ms'],
	[/^after (\d+) ms$/, 'afterMs'],
	[/^(\d+) \(as a rule\)$/, 'usual'],
];

function isFixed(value: string, fixed: Words['fixed']): value is keyof Words['fixed'] {
	return Object.hasOwn(fixed, value);
}

/** A value in force, which the host writes in English; addresses and plain numbers stay. */
export function optionValue(value: string, { fixed, numbers }: Words): string {
	if (isFixed(value, fixed)) return fixed[value];
	for (const [pattern, name] of NUMBERS) {
		const number = pattern.exec(value)?.[1];
		if (number !== undefined) return numbers[name](number);
	}
	return value;
}
