import { create } from 'zustand';
import { type CodeLanguage, type CodeStyle, codeLanguages, stylesOf } from '../../../common/code/index.ts';

interface Choice {
	/** The id of a language. */
	readonly language: string;
	readonly style: CodeStyle;
}

/** What was chosen last, for the next dialog of this page. */
export const useCodeChoice = create<Choice>()(() => ({ language: 'python', style: 'blocking' }));

/** The chosen language and style: the first style where the language does not have the chosen one. */
export function chosen({ language: id, style: wanted }: Choice): { language: CodeLanguage; style: CodeStyle } {
	const [first] = codeLanguages;
	const language = codeLanguages.find((one) => one.id === id) ?? first;
	if (language === undefined) throw new TypeError('There is no language.');
	const styles = stylesOf(language);
	const style = styles.find((one) => one === wanted) ?? styles[0];
	if (style === undefined) throw new TypeError('A language has no style.');
	return { language, style };
}
