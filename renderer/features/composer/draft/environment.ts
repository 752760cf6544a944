import { environmentNames } from '../../../../common/template/index.ts';
import type { Draft } from './drafts.ts';

/** Variables of the environment that a draft or a payload names. */
export function environmentOf({ template, text }: Pick<Draft, 'template' | 'text'>): string[] {
	return template ? environmentNames(text) : [];
}
