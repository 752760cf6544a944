import type { CharsetName } from '../../payload/charsets/names.ts';
import type { WrittenBytes } from '../../payload/schema.ts';
import { encodePlain } from '../../payload/written.ts';
import { type Placeholder, scan } from '../../template/scan.ts';
import type { Omissions } from './omissions.ts';
import type { CodeFilter, CodePart, CodeValue } from './program.ts';

/** What a template is read with. */
export interface TemplateSetting {
	readonly charset: CharsetName;
	/** The groups of the rule's regular expression by their names. */
	readonly groups: ReadonlyMap<string, number>;
	/** What `{{host}}` is; undefined: it depends on the peer. */
	readonly host: string | undefined;
	readonly omissions: Omissions;
}

const FIELD = /^length(8|16|24|32)(be|le)?$/;

function filterNamed(name: string): CodeFilter | undefined {
	const field = FIELD.exec(name);
	if (field !== null) {
		return { type: 'field', size: Number(field[1]) / 8, order: field[2] === 'le' ? 'little' : 'big' };
	}
	switch (name) {
		case 'upper':
		case 'lower':
		case 'hex':
		case 'reverse':
		case 'trim':
		case 'unescape':
		case 'length':
			return { type: name };
		default:
			return undefined;
	}
}

/** The value of a placeholder; undefined for one that no program is given. */
function valueAt({ words, filters: names }: Placeholder, groups: ReadonlyMap<string, number>): CodeValue | undefined {
	const [name, form, ...rest] = words;
	const filters = names.flatMap(({ text }) => filterNamed(text) ?? []);
	if (name === undefined || rest.length > 0 || filters.length < names.length) return undefined;
	if (name.text === 'time') {
		if (form === undefined) return { type: 'time', filters };
		if (form.text === 'iso') return { type: 'iso', filters };
		return form.text === 'http' ? { type: 'http-date', filters } : undefined;
	}
	if (form !== undefined || name.quoted) return undefined;
	switch (name.text) {
		case 'data':
		case 'eol':
		case 'head':
		case 'n':
		case 'peer':
		case 'size':
			return { type: name.text, filters };
		case 'type':
			return { type: 'media-type', filters };
		default: {
			const group = /^\d+$/.test(name.text) ? Number(name.text) : groups.get(name.text);
			return group === undefined ? undefined : { type: 'group', group, filters };
		}
	}
}

/** The parts of a reply. What cannot be filled in is left out, and named. */
export function partsOf({ format, text }: WrittenBytes, setting: TemplateSetting): CodePart[] {
	const { charset, groups, host, omissions } = setting;
	const parts: CodePart[] = [];
	const literal = (written: WrittenBytes): void => {
		const encoded = encodePlain(written, charset);
		if (!encoded.ok) omissions.add('charsetText', written.text);
		else if (encoded.bytes.length > 0) parts.push({ type: 'bytes', bytes: encoded.bytes });
	};
	const found = scan(text);
	let at = 0;
	for (const placeholder of found.ok ? found.placeholders : []) {
		const { from, to, words, filters } = placeholder;
		literal({ format, text: text.slice(at, from) });
		at = to;
		const [only, ...others] = words;
		const isPlain = only !== undefined && others.length === 0 && filters.length === 0;
		const value = valueAt(placeholder, groups);
		if (isPlain && only.quoted) literal({ format: 'text', text: only.text });
		else if (isPlain && only.text === 'host' && host !== undefined) literal({ format: 'text', text: host });
		else if (value !== undefined) parts.push(value);
		else omissions.add('placeholder', text.slice(from, to));
	}
	literal({ format, text: text.slice(at) });
	return parts;
}

/** The one value that a name of a file is made of; undefined for any other name. */
export function nameValue(name: string, setting: TemplateSetting): CodeValue | undefined {
	const [part, ...others] = partsOf({ format: 'text', text: name }, setting);
	return part === undefined || part.type === 'bytes' || others.length > 0 ? undefined : part;
}
