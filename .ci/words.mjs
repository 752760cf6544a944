import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { repositoryFiles } from './repository.mjs';

/** Words and phrases that comments, names, documentation and interface texts avoid. CONTRIBUTING.md lists the same words. */
export const AVOIDED = [
	{
		word: 'told',
		pattern: /\btold\b(?! apart)/,
		instead: 'report, notify, receive, know; as a name `onX` or `reported`',
	},
	{ word: 'tells', pattern: /\btells\b(?! \w+ apart)/, instead: 'reports, returns, emits, shows' },
	{ word: 'begun', pattern: /\bbegun\b/, instead: 'started, opened' },
	{ word: 'anew', pattern: /\banew\b/, instead: 'again, from the start' },
	{
		word: 'what comes, what came, what has come',
		pattern: /\bwhat(ever)? (comes?|came|has come)\b/,
		instead: 'received bytes, messages, events: the thing itself',
	},
	{
		word: 'is said, are said',
		// Not the type of a guard: `): value is Said`.
		pattern: /(?<!\): \w+ )\b(is|are|was|were|be) said\b/,
		instead: 'Wirebench reports, the error names',
	},
	{ word: 'of which there', pattern: /\bof which there\b/, instead: 'At least one … is required' },
	{ word: 'for the eye', pattern: /\bfor the eye\b/, instead: 'visual only' },
	{ word: 'without a word', pattern: /\bwithout a word\b/, instead: 'silently, without an error' },
	{ word: 'from here on', pattern: /\bfrom here on\b/, instead: 'from now on; from this byte on' },
	{ word: 'waitAs', pattern: /\bwaitAs\b/, instead: 'setQueuePosition' },
];

/** One combined expression is fast; the single words are tested only where it matches. */
const ANY = new RegExp(AVOIDED.map(({ pattern }) => pattern.source).join('|'), 'i');
const READ = /\.(ts|tsx|mts|mjs|cjs|css|md)$/;
/** These files quote the words. */
const QUOTES_THEM = /^\.ci\/words(\.test)?\.mjs$/;

/** Markdown without code: words in backticks or in a block are quotes. Line numbers stay the same. */
function withoutCode(text) {
	return text.replace(/^\s*```[\s\S]*?^\s*```/gm, (block) => block.replace(/[^\n]/g, '')).replace(/`[^`\n]*`/g, '');
}

/** Comments, and lookalikes inside a string. */
const COMMENT_OR_STRING = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;

/** Only the comments of a source. Line numbers stay the same. */
function commentsOf(text) {
	let end = 0;
	let comments = '';
	for (const { 0: part, index } of text.matchAll(COMMENT_OR_STRING)) {
		comments += text.slice(end, index).replace(/[^\n]/g, '');
		comments += part.startsWith('/') ? part : part.replace(/[^\n]/g, '');
		end = index + part.length;
	}
	return comments;
}

/** The part of a file that is searched. */
function searched(file, text, onlyComments) {
	if (file.endsWith('.md')) return withoutCode(text);
	return onlyComments ? commentsOf(text) : text;
}

/**
 * The avoided words of a text.
 * @param {string} file path, whose extension decides how to read the text
 * @param {string} text
 * @param {{ onlyComments?: boolean }} [options] leaves names and strings of source files out
 * @returns {{ line: number, found: string, instead: string }[]} lines from 1
 */
export function avoidedWords(file, text, { onlyComments = false } = {}) {
	if (!ANY.test(text)) return [];
	return searched(file, text, onlyComments)
		.split('\n')
		.flatMap((line, index) => {
			if (!ANY.test(line)) return [];
			return AVOIDED.flatMap(({ pattern, instead }) => {
				const found = new RegExp(pattern.source, 'i').exec(line);
				return found === null ? [] : [{ line: index + 1, found: found[0], instead }];
			});
		});
}

/** Prints each avoided word with its place and its replacement. @returns {number} their count */
export function checkWords(options, say = console.log) {
	let count = 0;
	for (const file of repositoryFiles()) {
		if (!READ.test(file) || QUOTES_THEM.test(file)) continue;
		for (const { line, found, instead } of avoidedWords(file, readFileSync(file, 'utf8'), options)) {
			say(`${file}:${line}: "${found}"; write: ${instead}`);
			count++;
		}
	}
	if (count > 0) say(`${count} words to avoid. CONTRIBUTING.md says why.`);
	return count;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
	const onlyComments = process.argv.includes('--comments');
	process.exitCode = checkWords({ onlyComments }) === 0 ? 0 : 1;
}
