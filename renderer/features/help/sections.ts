import type { Picture } from '../../../common/explain/index.ts';
import type { Explain } from '../../../common/words/load-explain.ts';

/** A heading of a document, and the text below it up to the next heading. */
export interface Section {
	/** The anchor of the heading, as GitHub writes it. */
	readonly id: string;
	readonly title: string;
	/** 1 for the document's own title. */
	readonly level: number;
	/** Markdown. */
	readonly body: string;
	/** Shown below the body, with the words for its parts. */
	readonly picture?: { readonly of: Picture; readonly words: Explain['headings'] };
}

/** The anchor of a heading. */
function anchorOf(title: string): string {
	return title
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\s-]/gu, '')
		.trim()
		.replace(/\s/g, '-');
}

/**
 * The sections of a Markdown document with `#` headings; what stands before the first one is left out.
 * @param ids anchors in place of those of the titles, in order: a translation keeps those of the original
 */
export function sectionsOf(text: string, ids: readonly string[] = []): Section[] {
	const found: { id: string; title: string; level: number; lines: string[] }[] = [];
	let inCode = false;
	for (const line of text.split(/\r?\n/)) {
		if (/^\s*```/.test(line)) inCode = !inCode;
		const heading = inCode ? null : /^(#{1,6}) (.*)$/.exec(line);
		const [, hashes, title] = heading ?? [];
		if (hashes === undefined || title === undefined) found.at(-1)?.lines.push(line);
		else found.push({ id: ids[found.length] ?? anchorOf(title), title, level: hashes.length, lines: [] });
	}
	return found.map(({ lines, ...section }) => ({ ...section, body: lines.join('\n').trim() }));
}

/** The chapter (level 2, or the title's own text) that a section belongs to, with all its sections. */
export function chapterWith(sections: readonly Section[], id: string): readonly Section[] {
	const at = Math.max(
		0,
		sections.findIndex((section) => section.id === id),
	);
	const from = sections.slice(0, at + 1).findLastIndex(({ level }) => level <= 2);
	const length = sections.slice(from + 1).findIndex(({ level }) => level <= 2);
	return length === -1 ? sections.slice(from) : sections.slice(from, from + 1 + length);
}

/** The sections that contain every word, in the title or in the text: those with all of them in the title first. */
export function sectionsWith(sections: readonly Section[], words: string): readonly Section[] {
	const parts = words.toLowerCase().split(/\s+/).filter(Boolean);
	const has = (text: string) => parts.every((part) => text.toLowerCase().includes(part));
	const found = sections.filter(({ title, body }) => has(`${title}\n${body}`));
	const titled = new Set(found.filter(({ title }) => has(title)));
	return [...titled, ...found.filter((section) => !titled.has(section))];
}
