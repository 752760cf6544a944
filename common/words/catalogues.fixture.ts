import { desktop } from './en/desktop.ts';
import { explain } from './en/explain/index.ts';
import { en } from './en.ts';
import { enCli } from './en-cli.ts';
import { enDialogs } from './en-dialogs.ts';
import { enSentences } from './en-sentences.ts';
import { desktop as hansDesktop } from './zh-hans/desktop.ts';
import { explain as hansExplain } from './zh-hans/explain/index.ts';
import { zhHans } from './zh-hans.ts';
import { zhHansCli } from './zh-hans-cli.ts';
import { sentences as hansSentences } from './zh-hans-sentences.ts';
import { desktop as hantDesktop } from './zh-hant/desktop.ts';
import { explain as hantExplain } from './zh-hant/explain/index.ts';
import { zhHant } from './zh-hant.ts';
import { zhHantCli } from './zh-hant-cli.ts';
import { sentences as hantSentences } from './zh-hant-sentences.ts';

/** All texts, by language. */
export const CATALOGUES = {
	en: { words: en, dialogs: enDialogs, sentences: enSentences, cli: enCli, desktop, explain },
	hans: {
		words: zhHans.words,
		dialogs: zhHans.dialogs,
		sentences: hansSentences,
		cli: zhHansCli,
		desktop: hansDesktop,
		explain: hansExplain,
	},
	hant: {
		words: zhHant.words,
		dialogs: zhHant.dialogs,
		sentences: hantSentences,
		cli: zhHantCli,
		desktop: hantDesktop,
		explain: hantExplain,
	},
};

/** A text of a catalogue: what it says with some parameters, by its path as in `words.shell.dismiss`. */
export type Texts = ReadonlyMap<string, string>;

/** Parameters that a text can be tried with: numbers with one and with several things, names, and a list. */
export const SAMPLES: readonly unknown[] = [1, 2, 'Abc', 'connect to', ['Abc']];

/** Whatever is read of it, it has: for texts that take an object of parameters. */
function everything(sample: unknown): unknown {
	return new Proxy({}, { get: () => sample });
}

/** What a text with parameters says, with every sample that it accepts. */
function spoken(path: string, text: (...parameters: readonly unknown[]) => unknown): [string, string][] {
	const said: [string, string][] = [];
	for (const sample of SAMPLES.flatMap((plain) => [plain, everything(plain)])) {
		try {
			const words = text(...Array.from({ length: Math.max(1, text.length) }, () => sample));
			if (typeof words === 'string' && !words.includes('[object')) said.push([`${path}(${said.length})`, words]);
		} catch (error) {
			// A text of names cannot be tried with a number.
			if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
		}
	}
	const whole = said.filter(([, words]) => !words.includes('undefined'));
	if (whole.length === 0) throw new Error(`${path} cannot be tried with any sample`);
	return whole;
}

function isText(value: unknown): value is (...parameters: readonly unknown[]) => unknown {
	return typeof value === 'function';
}

function gather(value: unknown, path: string): [string, string][] {
	if (typeof value === 'string') return [[path, value]];
	if (isText(value)) return spoken(path, value);
	if (typeof value !== 'object' || value === null) throw new Error(`${path} is no text`);
	return Object.entries(value).flatMap(([key, part]) => gather(part, path === '' ? key : `${path}.${key}`));
}

/** Every text of a catalogue. */
export function textsOf(catalogue: object): Texts {
	return new Map(gather(catalogue, ''));
}

type Speaks = (parameters: object) => unknown;

const isFunction = (value: unknown): value is Speaks => typeof value === 'function';

/** The names of the parameters that a sentence reads. */
function readBy(sentence: Speaks): string[] {
	const read = new Set<string>();
	sentence(
		new Proxy(
			{},
			{
				get: (_, name) => {
					read.add(String(name));
					return 1;
				},
			},
		),
	);
	return [...read];
}

/** The parameters that each sentence and hint says, by path. */
export function parametersOf(table: object, path = ''): Map<string, readonly string[]> {
	return new Map(
		Object.entries(table).flatMap(([name, entry]): [string, readonly string[]][] => {
			const at = `${path}.${name}`;
			if (isFunction(entry)) return [[at, readBy(entry)]];
			return typeof entry === 'object' && entry !== null ? [...parametersOf(entry, at)] : [];
		}),
	);
}
