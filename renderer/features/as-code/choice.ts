import { create } from 'zustand';
import {
	type CodeLanguage,
	type CodeProgram,
	type CodeStyle,
	type CodeWords,
	codeLanguages,
	type Emitted,
	stylesOf,
} from '../../../common/code/index.ts';

interface Choice {
	/** The id of a language. */
	readonly language: string;
	readonly style: CodeStyle;
}

/** What was chosen last, for the next dialog of this page. */
export const useCodeChoice = create<Choice>()(() => ({ language: 'python', style: 'blocking' }));

/** A language in the style that is used, and the other styles in which it can write the program. */
interface Chosen {
	readonly language: CodeLanguage;
	readonly styles: readonly CodeStyle[];
	readonly style: CodeStyle | undefined;
	readonly written: Emitted | undefined;
}

/** What a choice means for a program: the first style that can write it where the chosen one cannot. */
export function chosen({ language: id, style: wanted }: Choice, program: CodeProgram, words: CodeWords): Chosen {
	const [first] = codeLanguages;
	const language = codeLanguages.find((one) => one.id === id) ?? first;
	if (language === undefined) throw new TypeError('There is no language.');
	const made = stylesOf(language).flatMap((style) => {
		const written = language.styles[style]?.(program, words);
		return written === undefined ? [] : [{ style, written }];
	});
	const used = made.find(({ style }) => style === wanted) ?? made[0];
	return { language, styles: made.map(({ style }) => style), style: used?.style, written: used?.written };
}
