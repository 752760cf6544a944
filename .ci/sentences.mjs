import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { repositoryFiles } from './repository.mjs';

/** Sources whose errors a person can meet. */
const READ = /^(common|main)\/.*(?<!\.(test|fixture|d))\.ts$/;

/** Folders whose errors stay as they are: of the protocol between processes, and of the command line’s own arguments. */
const PLAIN = ['common/rpc', 'common/contract/base', 'main/threads', 'main/hosts'];

/** Errors that another error is made into, with its code, those that are given their sentence, and defects, which have none. */
const MADE_AGAIN = /^new WirebenchError\(\s*(\w+\??\.code\b|code\b|'internal')|^[^;]*\bsays\b/;

/** Calls without a topic that they need, which only a programmer can meet. */
const OTHER_WORDS = /: subscribe to /;

/**
 * Errors that are made without the code of a sentence.
 * @param {string} source
 * @returns {{ line: number, text: string }[]} lines from 1
 */
export function plainErrors(source) {
	const found = [];
	for (const { index } of source.matchAll(/new WirebenchError\(/g)) {
		const text = source.slice(index, index + 200);
		if (MADE_AGAIN.test(text) || OTHER_WORDS.test(text)) continue;
		found.push({ line: source.slice(0, index).split('\n').length, text: text.slice(0, 80).replace(/\s+/g, ' ') });
	}
	return found;
}

/**
 * Prints each error that has no code.
 * @param {string} [under] a folder to search; by default, all
 * @returns {number} their count
 */
export function checkSentences(under, say = console.log) {
	const isPlain = (file) => PLAIN.some((folder) => file.startsWith(`${folder}/`));
	const isWanted = (file) => under === undefined || file.startsWith(under);
	let count = 0;
	for (const file of repositoryFiles()) {
		if (!READ.test(file) || isPlain(file) || !isWanted(file)) continue;
		for (const { line, text } of plainErrors(readFileSync(file, 'utf8'))) {
			say(`${file}:${line}: ${text}`);
			count++;
		}
	}
	if (count > 0) say(`${count} errors without a sentence of common/words.`);
	return count;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href)
	process.exitCode = checkSentences(process.argv[2]) === 0 ? 0 : 1;
