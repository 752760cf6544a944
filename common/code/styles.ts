import type { CodeStyle } from './description/emitter.ts';
import type { CodeLanguage } from './languages.ts';

/** Every style, in the order in which people see them. */
const STYLES: readonly CodeStyle[] = [
	'blocking',
	'threads',
	'selectors',
	'asyncio',
	'socketserver',
	'await',
	'goroutines',
	'nc',
	'socat',
	'curl',
	'openssl',
];

/** The styles of a language; the first one is used unless another is wanted. */
export function stylesOf({ styles }: CodeLanguage): readonly CodeStyle[] {
	return STYLES.filter((style) => styles[style] !== undefined);
}

/** Whether a text is the name of a style. */
export function isCodeStyle(text: string): text is CodeStyle {
	return STYLES.some((style) => style === text);
}
