import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import {
	environmentLanguage,
	LANGUAGES,
	type Language,
	languageOfTag,
} from '../../../../common/words/locale/language.ts';
import { inWords, type Translation, type Worded } from '../../../../common/words/sentence/in-words.ts';

/** The option, which is valid with every command and anywhere before `--`. */
export const LANGUAGE_FLAG = '--language';

let translation: Translation | undefined;

/** A command line without its language. */
interface WithoutLanguage {
	readonly args: readonly string[];
	/** As it was written; undefined: that of the environment. */
	readonly written: string | undefined;
}

/** Takes `--language TAG` or `--language=TAG` out of a command line; the last one counts. */
export function withoutLanguage(all: readonly string[]): WithoutLanguage {
	const end = all.indexOf('--');
	const before = end < 0 ? all : all.slice(0, end);
	const args: string[] = [];
	let written: string | undefined;
	for (let at = 0; at < before.length; at += 1) {
		const arg = before[at] ?? '';
		if (arg === LANGUAGE_FLAG) {
			at += 1;
			written = before[at] ?? '';
		} else if (arg.startsWith(`${LANGUAGE_FLAG}=`)) written = arg.slice(LANGUAGE_FLAG.length + 1);
		else args.push(arg);
	}
	return { args: end < 0 ? args : [...args, ...all.slice(end)], written };
}

/** @throws bad-input for a language that there is not */
function chosenLanguage(written: string | undefined): Language {
	if (written === undefined) return environmentLanguage(process.env);
	const language = languageOfTag(written);
	if (language !== undefined) return language;
	throw new WirebenchError(
		'bad-input',
		`“${written}” is no language of Wirebench: write one of ${LANGUAGES.join(', ')}.`,
	);
}

/** Loads what the messages of this run need. English needs nothing. Throws `bad-input` for an unknown language. */
export async function speak(written: string | undefined): Promise<void> {
	const language = chosenLanguage(written);
	if (language === 'en') translation = undefined;
	else translation = await (await import('../../../../common/words/load-translation.ts')).loadTranslation(language);
}

/** The texts of an error in the language of this run. */
export function errorTexts(error: Worded): { readonly message: string; readonly hint?: string } {
	return inWords(error, translation ?? { from: {}, to: {} });
}
