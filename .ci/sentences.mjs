import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { repositoryFiles } from './repository.mjs';

/** Sources whose errors a person can meet. */
const READ = /^(common|main)\/.*(?<!\.(test|fixture|d))\.ts$/;

/** Folders whose errors stay as they are: of the protocol between processes, and of the command line’s own arguments. */
const PLAIN = ['common/rpc', 'common/contract/base', 'main/threads', 'main/hosts'];

/** Folders with errors that have no code yet: a folder is taken off when its errors have one, and none is added. */
const LEFT = ['common/json', 'common/workspace', 'main/engine/options'];

/** Errors that another error is made into, with its code, those that are given their sentence, and defects, which have none. */
const MADE_AGAIN = /^new WirebenchError\(\s*(\w+\??\.code\b|code\b|'internal')|^[^;]*\bsays\b/;

/** Calls without a topic that they need, which only a programmer can meet; faults of a script, in the words of its interpreter. */
const OTHER_WORDS = /: subscribe to |faultText\(/;

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
 * @param {string} [under] a folder to search, also one that is not finished; by default, all that are finished
 * @returns {number} their count
 */
export function checkSentences(under, say = console.log) {
	const within = (file, folders) => folders.some((folder) => file.startsWith(`${folder}/`));
	const isWanted = (file) => (under === undefined ? !within(file, LEFT) : file.startsWith(under));
	let count = 0;
	for (const file of repositoryFiles()) {
		if (!READ.test(file) || within(file, PLAIN) || !isWanted(file)) continue;
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
