import { SAMPLES } from '../../contract/config/responder.ts';
import type { Exposure, PathForm, TextTree } from './texts.ts';

/** Makes another path of one; `form` says of what. */
export type ChangePath = (path: string, form: PathForm) => string;

/** Texts at the place of a path that are none. */
const NO_PATH: Readonly<Record<PathForm, (text: string) => boolean>> = {
	file: () => false,
	'answer-file': (text) => text.startsWith(SAMPLES),
	socket: (text) => text.startsWith('@'),
};

/** The value with every path in it changed, at the places that `texts` declares; what does not change is the same object. */
export function withPaths<T extends object>(value: T, texts: TextTree, change: ChangePath): T {
	let result = value;
	for (const [key, inner] of Object.entries(value)) {
		const next = changed(inner, typeof texts === 'string' ? texts : texts[key], change);
		if (next !== inner) result = { ...result, [key]: next };
	}
	return result;
}

function changed(value: unknown, texts: TextTree | undefined, change: ChangePath): unknown {
	if (texts === undefined) return value;
	if (typeof value === 'string') return isForm(texts) && !NO_PATH[texts](value) ? change(value, texts) : value;
	if (Array.isArray(value)) {
		const items: readonly unknown[] = value;
		const next = items.map((item) => changed(item, texts, change));
		return next.some((item, at) => item !== items[at]) ? next : value;
	}
	return typeof value === 'object' && value !== null ? withPaths(value, texts, change) : value;
}

function isForm(texts: TextTree): texts is Exposure & PathForm {
	return typeof texts === 'string' && Object.hasOwn(NO_PATH, texts);
}
