/** docs/workspace-keys.md: every key of a workspace file, from its JSON Schema. */
import { row } from './table.mjs';
import { workspaceJsonSchema } from './workspace-schema.mjs';

const { $defs, properties, required } = workspaceJsonSchema;

const code = (text) => `\`${text}\``;
const anchor = (name) => `[${name}](#${name.toLowerCase()})`;
const value = (one) => code(JSON.stringify(one));

/** A type as a person reads it in a table: `number, 0 to 65535`. */
function typeOf(json) {
	if (json.$ref !== undefined) return anchor(json.$ref.split('/').at(-1));
	if (json.const !== undefined) return value(json.const);
	if (json.enum !== undefined) return json.enum.map(value).join(', ');
	const union = json.oneOf ?? json.anyOf;
	if (union !== undefined) return union.map(typeOf).join(' or ');
	if (json.allOf !== undefined)
		return json.allOf
			.filter(({ $ref }) => $ref !== undefined)
			.map(typeOf)
			.join(' and ');
	if (json.type === 'array') return `list of ${typeOf(json.items)}${bounds('', json.minItems, json.maxItems)}`;
	if (json.type === 'object') return 'object';
	if (json.type === 'string') return `text${bounds(' characters', json.minLength, json.maxLength)}`;
	const number = json.type === 'integer' ? 'whole number' : (json.type ?? 'any');
	return `${number}${bounds('', json.minimum, json.maximum)}`;
}

function bounds(unit, least, most) {
	const [from, to] = [least, most].map((one) => (Math.abs(one) < Number.MAX_SAFE_INTEGER ? one : undefined));
	if (to === undefined) return from === undefined ? '' : `, ${from}${unit} or more`;
	return from === undefined ? `, up to ${to}${unit}` : `, ${from} to ${to}${unit}`;
}

function table({ properties = {}, required = [] }) {
	return [row('key', 'value', 'when left out', 'meaning'), '|---|---|---|---|', ...rows(properties, required, '')];
}

/** A row for each key; the keys of an object that has no section of its own follow it. */
function rows(properties, required, prefix) {
	return Object.entries(properties).flatMap(([key, json]) => {
		const fallback = json.default === undefined ? (required.includes(key) ? 'required' : '') : value(json.default);
		const item = json.type === 'array' ? json.items.allOf?.find(({ properties }) => properties !== undefined) : json;
		const inside = `${prefix}${key}${item === json ? '.' : '[].'}`;
		const inner = rows(item?.properties ?? {}, item?.required ?? [], inside);
		return [row(code(`${prefix}${key}`), typeOf(json), fallback, json.description ?? ''), ...inner];
	});
}

/** A definition: one table, or one for each of its forms. */
function section([name, json]) {
	const forms = json.oneOf ?? json.anyOf;
	const intro = json.description === undefined ? [] : [json.description, ''];
	if (forms === undefined) return [`## ${name}`, '', ...intro, ...table(json), ''];
	const inline = forms.filter(({ $ref }) => $ref === undefined);
	const named = forms.filter(({ $ref }) => $ref !== undefined).map(typeOf);
	return [
		`## ${name}`,
		'',
		...intro,
		`One of these forms${named.length > 0 ? `: ${named.join(', ')}` : ''}.`,
		'',
		...inline.flatMap((form) => [...table(form), '']),
	];
}

export const workspaceKeysText = [
	'# Keys of a workspace file',
	'',
	'<!-- Written by `npm run docs` from common/workspace and the schemas that it uses. Change them there. -->',
	'',
	'Every key, its values and its default. How a file is put together: [workspace-format.md](workspace-format.md).',
	'The same for editors and validators: [workspace.schema.json](workspace.schema.json).',
	'',
	'## The file',
	'',
	...table({ properties, required }),
	'',
	...Object.entries($defs).flatMap(section),
]
	.join('\n')
	.replace(/\n*$/, '\n');
