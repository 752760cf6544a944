import { EXPLAINED, explanationOf, pictureOf, type Topic, topics } from '../../../common/explain/index.ts';
import { loadExplain } from '../../../common/words/load-explain.ts';
import type { Language } from '../../../common/words/locale/language.ts';
import { words } from '../../words/index.ts';
import type { Section } from './sections.ts';

/** The texts are not Markdown: what it would take for its own is shown as it is. */
function plain(text: string): string {
	return text.replace(/[\\`*_[\]<>#|~]/g, '\\$&');
}

/** What names mean as a document: a heading for each group, and a section for each of its topics, whose anchor is its id. */
export async function explanationSections(language: Language): Promise<readonly Section[]> {
	const texts = await loadExplain(language);
	const { title, about, groups, next } = texts.headings;
	const presets: Readonly<Record<string, { readonly title: string }>> = words().offers.presets;
	const kinds: Readonly<Record<string, string>> = words().kinds;
	const titleOf = ({ group, key, name }: Topic) => {
		const title = group === 'presets' ? presets[key]?.title : group === 'kinds' ? kinds[key] : undefined;
		return title ?? name;
	};
	const sections = EXPLAINED.flatMap((group): readonly Section[] => [
		{ id: group, title: groups[group], level: 1, body: '' },
		...topics
			.filter((topic) => topic.group === group)
			.flatMap((topic) => {
				const found = explanationOf(topic, texts);
				if (found === undefined) return [];
				const id = `${group}.${topic.key}`;
				const body = `${plain(found.text)}\n\n${plain(next(found.next))}`;
				const of = pictureOf(id);
				const picture = of === undefined ? {} : { picture: { of, words: texts.headings } };
				return [{ id, title: found.title ?? titleOf(topic), level: 2, body, ...picture }];
			}),
	]);
	return [{ id: 'explanations', title, level: 1, body: plain(about) }, ...sections];
}
