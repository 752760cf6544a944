import type { Language } from '../../../common/words/locale/language.ts';
import { EXPLANATIONS, GUIDE } from '../../app/state/window/help.ts';
import { explanationSections } from './explanations.ts';
import { type Section, sectionsOf } from './sections.ts';

/** The guide and the documents that it refers to, by their path in docs: each is loaded when it is opened. */
const DOCUMENTS = import.meta.glob<string>(
	[
		'../../../docs/*.md',
		'!../../../docs/architecture.md',
		'!../../../docs/contract.md',
		'../../../docs/design/workspace.md',
	],
	{ query: '?raw', import: 'default' },
);

const FOLDER = '../../../docs/';

/** The addresses of the guide's pictures, by their path in docs. */
export const PICTURES: ReadonlyMap<string, string> = new Map(
	Object.entries(
		import.meta.glob<string>('../../../docs/pictures/*/*.webp', { eager: true, query: '?url', import: 'default' }),
	).map(([path, address]) => [path.slice(FOLDER.length), address]),
);

const GUIDES: Readonly<Record<Language, string>> = {
	en: GUIDE,
	'zh-Hans': 'guide.zh-hans.md',
	'zh-Hant': 'guide.zh-hant.md',
};

/** Whether the help has a document, by its path in docs. */
export function hasDocument(name: string): boolean {
	return Object.hasOwn(DOCUMENTS, `${FOLDER}${name}`);
}

async function textOf(name: string): Promise<string> {
	const load = DOCUMENTS[`${FOLDER}${name}`];
	if (load === undefined) throw new Error(`The help has no ${name}.`);
	return load();
}

/**
 * The sections of a document. The guide comes in the language of the page, with the anchors of the English one. Rejects when the
 * text cannot be loaded.
 */
export async function documentSections(name: string, language: Language): Promise<readonly Section[]> {
	if (name === EXPLANATIONS) return explanationSections(language);
	const original = sectionsOf(await textOf(name));
	const translated = GUIDES[language];
	if (name !== GUIDE || translated === name || !hasDocument(translated)) return original;
	return sectionsOf(
		await textOf(translated),
		original.map(({ id }) => id),
	);
}
