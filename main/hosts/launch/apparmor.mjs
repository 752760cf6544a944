import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where distributions keep AppArmor's profiles, in the syntax of apparmor.d(5). */
const PROFILES = 'etc/apparmor.d';

/** The first line of a profile, such as `profile chrome /opt/google/chrome/chrome flags=(unconfined) {`. */
const HEADER = /^[ \t]*(profile[ \t]+[^\n]+|["/@][^\n]+?)[ \t]*\{[ \t]*$/gm;
/** Its words; one in quotation marks may contain spaces. */
const WORD = /"[^"]*"|\S+/g;
/** The rules that permit user namespaces: `userns`, and `all`, which permits everything. */
const PERMITS = /^[ \t]*(?:audit[ \t]+)?(?:allow[ \t]+)?(?:userns(?:[ \t]+create)?|all)[ \t]*,/m;

const unquoted = (text) => text.replace(/^"(.*)"$/, '$1');
const withoutComments = (text) => text.replace(/^[ \t]*#(?!include\b).*$/gm, '');

/** The text of every file under `folder`, also in subfolders; unreadable ones count as empty. */
function textsUnder(folder, recursive) {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { withFileTypes: true, recursive })
		.filter((entry) => entry.isFile())
		.map((entry) => ({ name: entry.name, text: textOf(join(entry.parentPath, entry.name)) }));
}

function textOf(file) {
	try {
		return withoutComments(readFileSync(file, 'utf8'));
	} catch (error) {
		if (error.code === 'EACCES' || error.code === 'EPERM') return '';
		throw error;
	}
}

/** Adds the variables that a text defines, as in `@{HOME}=/home/*\/ /root/`, to `variables`. */
function addVariables(text, variables) {
	for (const [, name, values] of text.matchAll(/^[ \t]*@\{(\w+)\}[ \t]*\+?=[ \t]*(.+)$/gm)) {
		const known = variables.get(name) ?? [];
		variables.set(name, [...known, ...(values.match(/"[^"]*"|\S+/g) ?? []).map(unquoted)]);
	}
	return variables;
}

/** A pattern with every variable replaced by its values; patterns with an unknown variable are left out. */
function expanded(pattern, variables, seen = []) {
	const found = /@\{(\w+)\}/.exec(pattern);
	if (found === null) return [pattern];
	const [whole, name] = found;
	if (seen.includes(name)) return [];
	return (variables.get(name) ?? [])
		.flatMap((value) => expanded(value, variables, [...seen, name]))
		.flatMap((value) =>
			expanded(
				pattern.replace(whole, () => value),
				variables,
				seen,
			),
		);
}

/** AppArmor's globs: `*` and `?` within a folder, `**` across folders, `[…]`, `{a,b}`, `\` before a literal character. */
function matches(pattern, path) {
	let depth = 0;
	const source = pattern.replace(/\/{2,}/g, '/').replace(/\\.|\*\*|\[\^?[^\]]+\]|[\s\S]/g, (token) => {
		if (token === '**') return '.*';
		if (token === '*') return '[^/]*';
		if (token === '?') return '[^/]';
		if (token === '{') {
			depth += 1;
			return '(?:';
		}
		if (token === '}' && depth > 0) {
			depth -= 1;
			return ')';
		}
		if (token === ',' && depth > 0) return '|';
		if (token.length > 1 && token.startsWith('[')) return token;
		return token.replace(/^\\(?=.)/, '').replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
	});
	return depth === 0 && new RegExp(`^${source}$`, 's').test(path);
}

/** The rules between a profile's first line and the next line with its closing brace alone. */
const rulesFrom = (text) => text.slice(0, /^\}/m.exec(text)?.index ?? text.length);

/** The pattern of the executables that a profile is for: named after its name, or its name itself. */
function attachment(header) {
	const [first = '', ...others] = (header.match(WORD) ?? []).map(unquoted);
	if (first !== 'profile') return first;
	return others.slice(0, 2).findLast((word) => /^[/@]/.test(word)) ?? '';
}

/** The patterns of executables to which a text's profiles give user namespaces. */
function patternsThatMay(text) {
	return [...text.matchAll(HEADER)]
		.filter((header) => PERMITS.test(rulesFrom(text.slice(header.index + header[0].length))))
		.map(([, header]) => attachment(header));
}

/**
 * Whether a profile of AppArmor lets a program use user namespaces. It reads the files of the profiles, because only
 * root may read which of them the kernel has loaded.
 * @param {string} root the machine's root folder
 * @param {string} executable its real path
 */
export function profilePermits(root, executable) {
	const folder = join(root, PROFILES);
	const disabled = new Set(existsSync(join(folder, 'disable')) ? readdirSync(join(folder, 'disable')) : []);
	const variables = new Map();
	for (const { text } of textsUnder(join(folder, 'tunables'), true)) addVariables(text, variables);
	return textsUnder(folder, false)
		.filter(({ name }) => !disabled.has(name))
		.some(({ text }) => {
			const own = addVariables(text, new Map(variables));
			return patternsThatMay(text)
				.flatMap((pattern) => expanded(pattern, own))
				.some((pattern) => matches(pattern, executable));
		});
}

/** A path as a literal pattern of AppArmor. */
const literal = (path) => `"${path.replace(/[\\*?[\]{}"^]/g, '\\$&')}"`;

/**
 * A profile that leaves a program as unconfined as it is, and gives it user namespaces.
 * @param {string} name
 * @param {string} executable
 */
export function profileFor(name, executable) {
	return [
		'abi <abi/4.0>,',
		'include <tunables/global>',
		'',
		`profile ${name} ${literal(executable)} flags=(unconfined) {`,
		'  userns,',
		`  include if exists <local/${name}>`,
		'}',
	].join('\n');
}
