import { describe, expect, test } from 'vitest';
import { CATALOGUES, parametersOf, SAMPLES, textsOf } from './catalogues.fixture.ts';
import { FOREIGN, OTHER_SCRIPT, TERMS } from './terms.fixture.ts';

const HAN = '[\\u3400-\\u9fff]';
const ENGLISH = textsOf(CATALOGUES.en);

/** Names, keys, units and notations, which no language translates: these texts are the same in English and Chinese. */
const NAMES = new Set([
	'Wirebench',
	'Electron',
	'TCP',
	'UDP',
	'TLS',
	'ID',
	'Hex',
	'Base64',
	'UTF-8',
	'UTF-16 LE',
	'UTF-16 BE',
	'Latin-1 (ISO 8859-1)',
	'JSON',
	'CSV',
	'HTML',
	'p50 ms',
	'p90 ms',
	'p99 ms',
	'pcapng',
	'await',
	'asyncio',
	'selectors',
	'socketserver',
	'nc',
	'socat',
	'curl',
	'openssl s_client',
	'p50 ms',
	'p90 ms',
	'p99 ms',
]);

/** Texts where the English term means something else, by path. */
const OTHER_SENSE: ReadonlySet<string> = new Set([
	'sentences.ENFILE.hint',
	'dialogs.tests.about',
	// Names of presets, faults, sides and keys are written as they are.
	'cli.answering.folder',
	'cli.answering.noFolderRule',
	'cli.decoding.description',
	'cli.decoding.proto',
	'cli.decoding.protoAlone',
	'cli.ignoreRanges.forms',
	'cli.proxying.faults',
	'cli.proxying.rewrite',
	'cli.recordings.record.side',
	'cli.testing.sequence.noTest',
	'cli.workspaces.check.json',
	// The captures of a regular expression, not of traffic.
	'sentences.regexNamedCapture',
	'sentences.regexGroupTwice',
	'sentences.regexLookbehind',
	'sentences.templateRuleNoRegex',
	'sentences.templateNoRegex',
	'sentences.noIgnoreRange',
	// Packet Sender, a program.
	'sentences.packetNotVerified',
	// A defect of Wirebench.
	'cli.serving.mcp.fault',
	'desktop.faults.title',
	'dialogs.endpointForm.dialogs.options.values.numbers.usual',
]);

/** Errors whose Chinese sentence says the same without one of the parameters. */
const SAID_OTHERWISE: ReadonlySet<string> = new Set([
	// The certificate is of "another name", which the Chinese verb has in it.
	'.certWrongName',
	// What the error is about: a list of nouns that only English has.
	'.elsewhere.message',
	// The last name of the path, which the Chinese sentence has whole.
	'.inputAt',
]);

/** The path of a text, without the number of the sample that it was tried with. */
const plain = (path: string) => path.replace(/\(\d\)$/, '');

const unquoted = (text: string) => text.replace(/^“(.*)”$/, '$1');

/** The text without what is not prose in any language: names and commands in quotation marks, options, addresses and placeholders. */
const prose = (text: string) =>
	text.replace(/`[^`]*`|"[^"\n]*"|--[a-z][a-z-]*|\b[a-z0-9]+:\/\/\S*|\b[A-Z]{2,}(?:_[A-Z]+)*\b/g, '');

describe.each(['hans', 'hant'] as const)('the texts in zh-%s', (script) => {
	const texts = textsOf(CATALOGUES[script]);
	const failing = (fails: (text: string, path: string, english: string) => boolean) =>
		[...texts].filter(([path, text]) => fails(prose(text), path, ENGLISH.get(path) ?? ''));

	test('are those of English, no more and no fewer', () => {
		expect(new Set([...texts.keys()].map(plain))).toEqual(new Set([...ENGLISH.keys()].map(plain)));
	});

	test('are translated, except names', () => {
		const same = failing(
			(text, _path, english) =>
				text === english && /[A-Za-z]{2}/.test(text) && !NAMES.has(text) && !SAMPLES.includes(unquoted(text)),
		);
		expect(same).toEqual([]);
	});

	test('say of each error what English says of it', () => {
		const spoken = parametersOf(CATALOGUES[script].sentences);
		const silent = [...parametersOf(CATALOGUES.en.sentences)].filter(([path, names]) => {
			const said = spoken.get(path);
			return !SAID_OTHERWISE.has(path) && names.some((name) => said?.includes(name) !== true);
		});
		expect(silent).toEqual([]);
	});

	test('use full-width punctuation', () => {
		expect(failing((text) => new RegExp(`${HAN}[,.;:!?()]|[,;:!?()]${HAN}`).test(text))).toEqual([]);
	});

	test('have a space between Chinese and Latin words or digits', () => {
		expect(failing((text) => new RegExp(`${HAN}[A-Za-z0-9]|[A-Za-z0-9]${HAN}`).test(text))).toEqual([]);
	});

	test('use the terms of the table', () => {
		const wrong = failing(
			(text, path, english) =>
				!OTHER_SENSE.has(plain(path)) && TERMS.some((term) => term.en.test(prose(english)) && !term[script].test(text)),
		);
		expect(wrong.map((entry) => [...entry, ENGLISH.get(entry[0])])).toEqual([]);
	});

	test('use no words or characters of the other Chinese', () => {
		expect(failing((text) => FOREIGN[script].test(text) || OTHER_SCRIPT[script].test(text))).toEqual([]);
	});
});
