import type { Draft } from './drafts.ts';

/** Variables of the environment that a draft or a payload names. */
export function environmentOf({ template, text }: Pick<Draft, 'template' | 'text'>): string[] {
	if (!template) return [];
	return [...text.matchAll(/\{\{\s*env\s+([^\s|}"]+)/g)].map(([, name = '']) => name);
}
