import { type Fault, fault, faultWords } from '../payload/codec/fault.ts';
import { faultError } from '../payload/codec/fault-error.ts';
import { toHex } from '../payload/hex.ts';
import { type Args, integer, wholeNumber } from './args.ts';
import { formatCtime } from './ctime.ts';
import type { Source, TemplateScope } from './message-sources.ts';
import { formatNumber, type NumberForm } from './number-form.ts';
import { type Counter, counterValue, type TemplateValues, type VariableValues } from './values.ts';

/** What the placeholders of one template need, while they are read. */
export interface Plan {
	readonly scope: TemplateScope;
	readonly counters: Map<string, Counter>;
	readonly variables: Set<string>;
	readonly environment: Set<string>;
	randomBytes: number;
}

/** A source, and its length where that never changes: of bytes, or of characters of ASCII. */
export interface Made {
	readonly source: Source;
	readonly bytes?: number;
	readonly characters?: number | undefined;
}

/** Most bytes of one `{{random N}}`. */
const MOST_RANDOM = 65_536;

/** The values that rendering was given. */
function valuesOf(values: TemplateValues | undefined): TemplateValues {
	if (values === undefined) throw new Error('This template is rendered without its values.');
	return values;
}

function lengthOf(form: NumberForm): Pick<Made, 'bytes' | 'characters'> {
	return form.type === 'binary' ? { bytes: form.bytes } : { characters: form.width };
}

function numberSource(form: NumberForm, value: (values: TemplateValues) => bigint): Made {
	return { source: ({ values }) => formatNumber(value(valuesOf(values)), form), ...lengthOf(form) };
}

function counter(args: Args, plan: Plan): Made {
	const form = args.form();
	const start = args.option('start', integer, 'templateNumber') ?? 1n;
	const step = args.option('step', integer, 'templateNumber') ?? 1n;
	const name = args.option('name', (text) => (/^[\w.-]{1,64}$/.test(text) ? text : undefined), 'templateName') ?? '';
	const key = `${name} ${start} ${step}`;
	const made = { key, start, step };
	plan.counters.set(key, made);
	return numberSource(form, ({ counts }) => counterValue(made, counts[key] ?? 0));
}

/** The next `count` bytes of the random ones. */
function drawn(plan: Plan, count: number): (values: TemplateValues | undefined) => Uint8Array {
	const from = plan.randomBytes;
	plan.randomBytes += count;
	return (values) => valuesOf(values).random.subarray(from, from + count);
}

function random(args: Args, plan: Plan): Made | Fault {
	const count = args.word(wholeNumber(1, MOST_RANDOM), faultWords('templateByteCount', { most: MOST_RANDOM }))?.value;
	if (count === undefined) {
		const { at } = args.any() ?? args.name;
		return fault(at, 'templateRandom', { most: MOST_RANDOM });
	}
	const bytes = drawn(plan, count);
	return { source: ({ values }) => bytes(values), bytes: count };
}

/** Version 4 (RFC 9562, 5.4). */
function uuid(args: Args, plan: Plan): Made {
	const isBinary = args.word((text) => (text === 'bytes' ? true : undefined), 'bytes') !== undefined;
	const bytes = drawn(plan, 16);
	const made = (values: TemplateValues | undefined): Uint8Array => {
		const id = bytes(values).slice();
		id[6] = ((id[6] ?? 0) & 0x0f) | 0x40;
		id[8] = ((id[8] ?? 0) & 0x3f) | 0x80;
		return id;
	};
	if (isBinary) return { source: ({ values }) => made(values), bytes: 16 };
	const text = (id: Uint8Array): string => toHex(id).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
	return { source: ({ values }) => text(made(values)), characters: 36 };
}

const CTIME = { format: formatCtime, characters: 24 };

/** How a time is written. The date of HTTP is IMF-fixdate (RFC 9110, 5.6.7), which is what toUTCString writes. */
const TIME_FORMS = new Map([
	['iso', { format: (date: Date) => date.toISOString(), characters: 24 }],
	['ctime', CTIME],
	['http', { format: (date: Date) => date.toUTCString(), characters: 29 }],
]);

function time(args: Args): Made {
	const form = args.word((text) => TIME_FORMS.get(text), [...TIME_FORMS.keys()].join(', '))?.value ?? CTIME;
	return {
		source: ({ values }) => form.format(new Date(values?.now ?? Date.now())),
		characters: form.characters,
	};
}

/** Units of a second. */
const UNITS: ReadonlyMap<string, bigint> = new Map([
	['s', 1n],
	['ms', 1000n],
	['us', 1_000_000n],
	['ns', 1_000_000_000n],
]);

function unix(args: Args): Made {
	const perSecond = args.word((text) => UNITS.get(text), [...UNITS.keys()].join(', '))?.value ?? 1n;
	const form = args.form();
	return {
		source: ({ values }) => formatNumber((BigInt(Math.floor(values?.now ?? Date.now())) * perSecond) / 1000n, form),
		...lengthOf(form),
	};
}

function noVariable(name: string, at: number, all: VariableValues): Fault {
	const names = Object.keys(all);
	return names.length === 0
		? fault(at, 'templateNoVariables', { name })
		: fault(at, 'templateNoVariable', { name, names: names.join(', ') });
}

function variable(args: Args, { scope, variables }: Plan): Made | Fault {
	const word = args.any();
	if (word === undefined) return fault(args.name.at, 'templateVariableName');
	const { text: name, at } = word;
	const known = scope.variables;
	const none = (all: VariableValues) => noVariable(name, at, all);
	if (known !== undefined && !Object.hasOwn(known, name)) return none(known);
	variables.add(name);
	return { source: ({ values }) => lookUp(valuesOf(values).variables, name, none) };
}

function environment(args: Args, { scope, environment: names }: Plan): Made | Fault {
	const word = args.any();
	if (word === undefined) return fault(args.name.at, 'templateEnvironmentName');
	const { text: name, at } = word;
	const none = () => fault(at, 'templateNoEnvironment', { name });
	if (scope.environment !== undefined && name in scope.environment && scope.environment[name] === undefined) {
		return none();
	}
	names.add(name);
	return { source: ({ values }) => lookUp(valuesOf(values).environment, name, none) };
}

function lookUp<V>(
	all: Readonly<Record<string, V>>,
	name: string,
	none: (all: Readonly<Record<string, V>>) => Fault,
): V {
	const value = Object.hasOwn(all, name) ? all[name] : undefined;
	if (value !== undefined) return value;
	const wrong = none(all);
	throw faultError(wrong, { position: wrong.position });
}

/** Placeholders that do not depend on a received message, by name. */
export const SOURCES: ReadonlyMap<string, (args: Args, plan: Plan) => Made | Fault> = new Map<
	string,
	(args: Args, plan: Plan) => Made | Fault
>([
	['counter', counter],
	['random', random],
	['uuid', uuid],
	['time', time],
	['unix', unix],
	['var', variable],
	['env', environment],
]);
