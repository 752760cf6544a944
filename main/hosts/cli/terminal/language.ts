import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import type { Sentence } from '../../../../common/contract/base/sentence.ts';
import { program } from '../../../../common/words/en/cli/program.ts';
import type { CliWords } from '../../../../common/words/en-cli.ts';
import {
	environmentLanguage,
	LANGUAGES,
	type Language,
	languageOfTag,
} from '../../../../common/words/locale/language.ts';
import {
	type EventTranslation,
	eventInWords,
	warningInWords,
} from '../../../../common/words/sentence/event-in-words.ts';
import { inWords, type Worded } from '../../../../common/words/sentence/in-words.ts';
import type { Said } from '../../../../common/words/sentence/said.ts';

/** A sentence in English, and which one it is; left out: it has no other languages. */
interface Fault {
	readonly message: string;
	readonly says?: Sentence | undefined;
}

/** The option, which is valid with every command and anywhere before `--`. */
export const LANGUAGE_FLAG = '--language';

interface Loaded {
	readonly translation: EventTranslation;
	readonly words: CliWords;
}

let loaded: Loaded | undefined;
let language: Language = 'en';
let option: Language | undefined;

/** A command line without its language. */
interface WithoutLanguage {
	readonly args: readonly string[];
	/** As it was written; undefined: that of the environment. */
	readonly written: string | undefined;
}

/** Whether a value is that of the command which writes programs: its option has the same name, and no value of the other. */
function isProgramming(args: readonly string[], value: string): boolean {
	return args.find((arg) => !arg.startsWith('-')) === 'code' && languageOfTag(value) === undefined;
}

/** Takes `--language TAG` or `--language=TAG` out of a command line; the last one counts. */
export function withoutLanguage(all: readonly string[]): WithoutLanguage {
	const end = all.indexOf('--');
	const before = end < 0 ? all : all.slice(0, end);
	const args: string[] = [];
	let written: string | undefined;
	for (let at = 0; at < before.length; at += 1) {
		const arg = before[at] ?? '';
		const isApart = arg === LANGUAGE_FLAG;
		if (!isApart && !arg.startsWith(`${LANGUAGE_FLAG}=`)) {
			args.push(arg);
			continue;
		}
		if (isApart) at += 1;
		const value = isApart ? (before[at] ?? '') : arg.slice(LANGUAGE_FLAG.length + 1);
		if (isProgramming(args, value)) args.push(LANGUAGE_FLAG, value);
		else written = value;
	}
	return { args: end < 0 ? args : [...args, ...all.slice(end)], written };
}

/** @throws bad-input for a language that there is not */
function chosenLanguage(written: string | undefined): Language {
	if (written === undefined) return environmentLanguage(process.env);
	const language = languageOfTag(written);
	if (language !== undefined) return language;
	throw new WirebenchError('bad-input', program.noLanguage(written, LANGUAGES.join(', ')));
}

/** Loads the texts of this run. English needs nothing. Throws `bad-input` for an unknown language. */
export async function speak(written: string | undefined): Promise<void> {
	language = chosenLanguage(written);
	option = written === undefined ? undefined : language;
	if (language === 'en') {
		loaded = undefined;
		return;
	}
	const [{ loadTranslation }, { loadCliWords }] = await Promise.all([
		import('../../../../common/words/load-translation.ts'),
		import('../../../../common/words/load-cli.ts'),
	]);
	const [translation, words] = await Promise.all([loadTranslation(language), loadCliWords(language)]);
	loaded = { translation, words };
}

/** The language of `--language`; undefined where the environment decides. */
export function languageOption(): Language | undefined {
	return option;
}

/** The language of this run. */
export function spokenLanguage(): Language {
	return language;
}

/** All texts of this run; undefined for English. */
export function spokenWords(): CliWords | undefined {
	return loaded?.words;
}

/**
 * Texts of the command line in the language of this run.
 * @param family their name among all
 * @param english those of English, which stand for those of a run in it
 */
export function spoken<F extends keyof CliWords>(family: F, english: CliWords[F]): CliWords[F] {
	return loaded?.words[family] ?? english;
}

/** The texts of an error in the language of this run. */
export function errorTexts(error: Worded): { readonly message: string; readonly hint?: string } {
	return inWords(error, loaded?.translation ?? { from: {}, to: {} });
}

/** A fault in written text in the language of this run. */
export function faultText({ message, says }: Fault): string {
	return errorTexts({ message, details: { says } }).message;
}

/** The same for a reason, which is a sentence or the system's own text. */
export function reasonText(reason: string | Said): string {
	return typeof reason === 'string' ? reason : faultText(reason);
}

/** The text of an event in the language of this run. `says`: the sentence that it is, or contains. */
export function eventText(text: string, says: Sentence | undefined): string {
	return loaded === undefined ? text : eventInWords(text, says, loaded.translation);
}

/** Warnings about a capture, in the language of this run. */
export function warningTexts(warnings: readonly string[]): string[] {
	const translation = loaded?.translation;
	return translation === undefined ? [...warnings] : warnings.map((one) => warningInWords(one, translation));
}

/** What stands between a sentence and the next one: full-width punctuation brings its own space. */
export function gapAfter(sentence: string): string {
	return sentence.endsWith('。') ? '' : ' ';
}
