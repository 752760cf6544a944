import { certificatesIn } from '../../contract/config/tls.ts';
import type { Exposure, TextTree } from './texts.ts';

/** Stands for an object that is left out because of a secret in it. */
const HOLDER = Symbol('the object around a secret');

/** A value of a config that is safe to store or print: without the texts declared secret. */
export function exposed(value: unknown, texts: TextTree): unknown {
	const shown = shownAs(value, texts);
	return shown === HOLDER ? undefined : shown;
}

function shownAs(value: unknown, texts: TextTree): unknown {
	if (Array.isArray(value)) return value.map((item) => exposed(item, texts)).filter((item) => item !== undefined);
	if (typeof value === 'string') return typeof texts === 'string' ? shownText(value, texts) : value;
	if (typeof value !== 'object' || value === null) return value;
	const shown: [string, unknown][] = [];
	for (const [key, inner] of Object.entries(value)) {
		const declared = typeof texts === 'string' ? texts : texts[key];
		const one = declared === undefined ? inner : shownAs(inner, declared);
		if (one === HOLDER) return undefined;
		if (one !== undefined) shown.push([key, one]);
	}
	return Object.fromEntries(shown);
}

function shownText(text: string, exposure: Exposure): unknown {
	switch (exposure) {
		case 'public':
		case 'file':
		case 'answer-file':
		case 'socket':
			return text;
		case 'certificates':
			return certificatesIn(text).join('\n');
		case 'secret':
			return undefined;
		case 'secret-blank':
			return '';
		case 'secret-holder':
			return HOLDER;
	}
}
