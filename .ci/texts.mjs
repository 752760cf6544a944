import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseSync } from 'vite';
import { repositoryFiles } from './repository.mjs';

/** Sources whose texts stand in the catalogues of common/words. */
const READ = /^renderer\/(?!words\/).*(?<!\.(test|fixture|d))\.tsx?$/;

/** Attributes whose value is never shown: names, identifiers, styles. */
const UNSEEN =
	/^(className|id|key|name|type|role|rel|htmlFor|variant|size|side|align|position|autoComplete|d|points|viewBox|transform|fill|stroke|data-.*|style|lang|inputMode|spellCheck|mode|tone|aria-(live|haspopup|controls|labelledby|describedby|current|autocomplete))$/;

/** Functions whose arguments are never shown. */
const UNSEEN_CALLS =
	/^(querySelector|querySelectorAll|closest|matches|getElementById|addEventListener|createElement|import|require|classes|matchMedia|setProperty|getPropertyValue|setAttribute|getAttribute|includes|theme|define|snippetCompletion|get|has|delete|info|defect)$/;

/** Names of languages, products, protocols and notations, commands and payloads: the same in every language. */
const NAMES = new Set([
	'Wirebench',
	'TLS',
	'CR LF',
	'English',
	'UTF-8',
	'C, Python, JavaScript',
	'Telnet',
	'curl --cacert wirebench-ca.pem',
	'Welcome!',
	'ms',
	'Hello, Ann~',
	'Ann',
]);

/** Keys of a keyboard (UI Events, KeyboardEvent.key), not their names. */
const KEYS =
	/^(Enter|Escape|Tab|Backspace|Delete|Home|End|Insert|Space|Page(Up|Down)|Arrow(Up|Down|Left|Right)|F\d+|Shift|Control|Alt|Meta|ContextMenu|Dead|Unidentified|AltGraph|CapsLock|Process|Plus|Arrow|Del|Period|Ctrl|Digit\d?|Key[A-Z]?|Numpad\w*)$/;

/** Keys pressed together, as people, settings or the editor of scripts have them: `Ctrl Shift E`, `Ctrl+Shift+E`, `Mod-Enter`. */
const CHORD = /^(?:(?:Ctrl|Alt|Shift|Mod)[ +-])+\S+$/;

/** A filter: conditions of a field, as in `kind:error or kind:reset`. */
const FILTER = /^[a-z]+:\S+(?: (?:and|or) [a-z]+:\S+)*$/;

/** A word that starts with a capital letter, or two words. */
const PROSE = /^[^\p{L}]*\p{Lu}\p{Ll}+|\p{L}{2,}[,:;.!?]?\s+\p{L}{2,}/u;

/** Templates, and the first line of a PEM file (RFC 7468). */
const NOTATION = /\{\{[^}]*\}\}|-----[A-Z ]+-----/g;

/** Kinds of nodes in a syntax tree, as Lezer's grammar of JavaScript names them. */
const NODES = /^(?:String|Number|Property|[A-Z][a-z]+(?:Expression|Literal))$/;

const isNotation = (plain) => [KEYS, CHORD, FILTER, NODES].some((other) => other.test(plain)) || NAMES.has(plain);

function isText(text) {
	const plain = text.replace(NOTATION, '').trim();
	return PROSE.test(plain) && !isNotation(plain);
}

const nameOf = (node) => {
	if (node?.type === 'JSXIdentifier' || node?.type === 'Identifier') return node.name;
	if (node?.type === 'MemberExpression') return nameOf(node.property);
	return '';
};

const UNSEEN_NODES = new Set([
	'ImportDeclaration',
	'ImportExpression',
	'ExportAllDeclaration',
	'ExportNamedDeclaration',
]);

/** Whether nothing within this node is shown to a person. */
function isUnseen(node) {
	switch (node.type) {
		case 'JSXAttribute':
			return UNSEEN.test(nameOf(node.name)) || node.name.type === 'JSXNamespacedName';
		case 'CallExpression':
		case 'NewExpression':
			return UNSEEN_CALLS.test(nameOf(node.callee)) || /^(?:[A-Z]\w*)?Error$/.test(nameOf(node.callee));
		case 'TaggedTemplateExpression':
			return nameOf(node.tag) === 'raw';
		case 'Property':
			return nameOf(node.key) === 'className';
		default:
			return UNSEEN_NODES.has(node.type) ? Boolean(node.source) : /^TS(?!As|Satisfies|NonNull)/.test(node.type);
	}
}

function* nodesOf(node) {
	if (isUnseen(node)) return;
	yield node;
	for (const value of Object.values(node)) {
		for (const child of Array.isArray(value) ? value : [value]) {
			if (child !== null && typeof child === 'object' && typeof child.type === 'string') yield* nodesOf(child);
		}
	}
}

function textOf(node) {
	switch (node.type) {
		case 'JSXText':
			return /\p{L}{2,}/u.test(node.value) ? node.value : '';
		case 'Literal':
			return typeof node.value === 'string' && isText(node.value) ? node.value : '';
		case 'TemplateLiteral': {
			const text = node.quasis.map(({ value }) => value.cooked ?? '').join('…');
			if (isNotation(text)) return '';
			return isText(text) || (/\p{L}{3,}\s|\s\p{L}{3,}/u.test(text) && !/[[\]#/=]/.test(text)) ? text : '';
		}
		default:
			return '';
	}
}

/**
 * Texts for people that are written into a source instead of a catalogue.
 * @param {string} file path, whose extension decides how to parse
 * @param {string} source
 * @returns {{ line: number, text: string }[]} lines from 1
 */
export function writtenTexts(file, source) {
	const { program, errors } = parseSync(file, source);
	if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0].message}`);
	const found = [];
	for (const node of nodesOf(program)) {
		const text = textOf(node).trim().replace(/\s+/g, ' ');
		if (text !== '' && !NAMES.has(text)) found.push({ line: source.slice(0, node.start).split('\n').length, text });
	}
	return found;
}

/**
 * Prints each text that is not in the catalogues.
 * @param {string} [under] a folder to search; by default, all
 * @returns {number} their count
 */
export function checkTexts(under, say = console.log) {
	const isWanted = (file) => under === undefined || file.startsWith(under);
	let count = 0;
	for (const file of repositoryFiles()) {
		if (!READ.test(file) || !isWanted(file)) continue;
		for (const { line, text } of writtenTexts(file, readFileSync(file, 'utf8'))) {
			say(`${file}:${line}: ${text}`);
			count++;
		}
	}
	if (count > 0) say(`${count} texts of the page that are not in common/words.`);
	return count;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href)
	process.exitCode = checkTexts(process.argv[2]) === 0 ? 0 : 1;
