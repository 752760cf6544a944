import type { Filter } from './ast.ts';
import { printPath } from './decoded/path.ts';
import { printNumber } from './numbers.ts';

/** Prints a filter so that parseFilter reads the same tree. */
export function printFilter(filter: Filter): string {
	switch (filter.type) {
		case 'and':
		case 'or':
			return filter.items.map(grouped).join(` ${filter.type} `);
		case 'not':
			return `not ${grouped(filter.item)}`;
		case 'word':
			return filter.text;
		case 'text':
			return filter.exact ? quoted(filter.text) : `text:${filter.text}`;
		case 'regex':
			return `/${filter.pattern}/${filter.anyCase ? 'i' : ''}`;
		case 'hex':
			return `hex:${filter.hex}`;
		case 'note':
			return `note:${noteValue(filter)}`;
		case 'endpoint':
			return `endpoint${sign(filter.is)}${printName(filter.name)}`;
		case 'decoded':
			return `${printPath(filter.path)}${decodedValue(filter)}`;
		case 'number':
			return `${filter.field}${sign(filter.is)}${printNumber(filter.field, filter.value)}`;
		default:
			return `${filter.type}${sign(filter.is)}${filter.value}`;
	}
}

function decodedValue({ is, value, exact }: Extract<Filter, { type: 'decoded' }>): string {
	if (is === 'present') return ':*';
	return `${is === 'contains' ? ' contains ' : sign(is)}${exact ? quoted(value) : value}`;
}

/** A lone asterisk matches any note. */
function noteValue({ text, exact }: { readonly text: string; readonly exact: boolean }): string {
	if (text === '') return '*';
	return exact ? quoted(text) : text;
}

/** A name as a field's value: quoted where it would end too early otherwise. */
export function printName(name: string): string {
	return /^[^\s()"]+$/.test(name) ? name : quoted(name);
}

function grouped(filter: Filter): string {
	const text = printFilter(filter);
	return filter.type === 'and' || filter.type === 'or' ? `(${text})` : text;
}

function sign(is: string): string {
	return is === '=' ? ':' : is;
}

/** Text in quotes, with escapes for what quotes cannot contain as it is. */
export function quoted(text: string): string {
	const escaped = text
		.replaceAll('\\', '\\\\')
		.replaceAll('"', '\\"')
		.replaceAll('\n', '\\n')
		.replaceAll('\r', '\\r')
		.replaceAll('\t', '\\t');
	return `"${escaped}"`;
}
