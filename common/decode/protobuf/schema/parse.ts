import { protoError } from '../../../sentences/proto-error.ts';
import {
	type FieldType,
	type ProtoField,
	type ProtoMessage,
	type ProtoSchema,
	SCALARS,
	type Scalar,
} from './schema.ts';
import { Tokens } from './tokens.ts';
import { WELL_KNOWN } from './well-known.ts';

/** How deep messages are nested. */
const MOST_DEPTH = 64;

/** A type as it is written, and where: names are looked up when all are known. */
type WrittenType =
	| { readonly kind: 'named'; readonly name: string; readonly scope: string; readonly line: number }
	| { readonly kind: 'map'; readonly key: Scalar; readonly value: WrittenType };

type WrittenField = Omit<ProtoField, 'type'> & { readonly type: WrittenType };

interface Written {
	readonly messages: Map<string, WrittenField[]>;
	readonly enums: Map<string, Map<number, string>>;
	readonly methods: { path: string; request: WrittenType; response: WrittenType }[];
	readonly imported: Set<string>;
}

const scalars: ReadonlySet<string> = new Set(SCALARS);
const isScalar = (name: string): name is Scalar => scalars.has(name);

/**
 * Reads a .proto text (proto2, proto3 or an edition; protobuf.dev, Language Specification) as far as it says how messages are
 * decoded: options and extensions are passed over. Of imports, those of google/protobuf are known. Throws `bad-input` with a sentence.
 */
export function parseProto(text: string): ProtoSchema {
	const written: Written = { messages: new Map(), enums: new Map(), methods: [], imported: new Set() };
	readFile(text, written);
	const messages = new Map(
		[...written.messages].map(([name, fields]): [string, ProtoMessage] => [
			name,
			new Map(fields.map((field) => [field.number, { ...field, type: resolved(field.type, written) }])),
		]),
	);
	const methods = written.methods.map(
		({ path, request, response }) =>
			[path, { request: messageName(request, written), response: messageName(response, written) }] as const,
	);
	return { messages, enums: written.enums, methods: new Map(methods) };
}

const inside = (scope: string, name: string): string => (scope === '' ? name : `${scope}.${name}`);

function readFile(text: string, written: Written): void {
	const tokens = new Tokens(text);
	let scope = '';
	while (!tokens.isEnd) {
		if (tokens.skip(';')) continue;
		if (tokens.skip('package')) {
			scope = tokens.read('name', 'the name of a package');
			tokens.expect(';');
		} else if (tokens.skip('import')) readImport(tokens, written);
		else if (tokens.skip('service')) readService(tokens, scope, written);
		else if (!readType(tokens, scope, written, 0)) {
			// Other statements say nothing of how messages are decoded.
			if (!['syntax', 'edition', 'option', 'extend'].some((word) => tokens.isNext(word))) tokens.fail('message');
			if (tokens.skip('extend')) {
				tokens.read('name', 'the name of a message');
				tokens.skipAny();
			} else tokens.skipThrough(';');
		}
	}
}

function readImport(tokens: Tokens, written: Written): void {
	const { line } = tokens;
	if (!tokens.skip('public')) tokens.skip('weak');
	const name = tokens.read('text', 'the name of a file in quotes').slice(1, -1);
	tokens.expect(';');
	if (written.imported.has(name)) return;
	written.imported.add(name);
	const known = WELL_KNOWN.get(name);
	if (known !== undefined) readFile(known, written);
	// They add options alone.
	else if (name !== 'google/protobuf/descriptor.proto' && name !== 'google/api/annotations.proto')
		throw protoError('bad-input', 'protoImport', { line, name });
}

function readService(tokens: Tokens, scope: string, written: Written): void {
	const service = inside(scope, tokens.read('name', 'the name of a service'));
	const type = (): WrittenType => {
		tokens.expect('(');
		tokens.skip('stream');
		const { line } = tokens;
		const name = tokens.read('name', 'the name of a message');
		tokens.expect(')');
		return { kind: 'named', name, scope: service, line };
	};
	tokens.expect('{');
	while (!tokens.skip('}')) {
		if (!tokens.skip('rpc')) {
			tokens.skipAny();
			continue;
		}
		const path = `/${service}/${tokens.read('name', 'the name of a method')}`;
		const request = type();
		tokens.expect('returns');
		written.methods.push({ path, request, response: type() });
		if (!tokens.skip(';')) tokens.skipAny();
	}
}

/** Reads a message or an enumeration, where one is next. */
function readType(tokens: Tokens, scope: string, written: Written, depth: number): boolean {
	if (tokens.skip('enum')) readEnum(tokens, scope, written);
	else if (tokens.skip('message'))
		readMessage(tokens, inside(scope, tokens.read('name', 'the name of a message')), written, depth + 1);
	else return false;
	return true;
}

function readEnum(tokens: Tokens, scope: string, written: Written): void {
	const values = new Map<number, string>();
	written.enums.set(inside(scope, tokens.read('name', 'the name of an enum')), values);
	tokens.expect('{');
	while (!tokens.skip('}')) {
		if (tokens.skip(';')) continue;
		if (tokens.isNext('option') || tokens.isNext('reserved')) {
			tokens.skipThrough(';');
			continue;
		}
		const name = tokens.read('name', 'the name of a value');
		tokens.expect('=');
		const number = tokens.integer();
		// Of aliases, the first.
		if (!values.has(number)) values.set(number, name);
		readOptions(tokens);
	}
}

/** What is in brackets behind a field, up to the end of its statement. */
function readOptions(tokens: Tokens): void {
	if (tokens.isNext('[')) tokens.skipAny();
	tokens.expect(';');
}

function readMessage(tokens: Tokens, name: string, written: Written, depth: number): void {
	if (depth > MOST_DEPTH) throw protoError('bad-input', 'protoDeep', { line: tokens.line, most: MOST_DEPTH });
	const fields: WrittenField[] = [];
	written.messages.set(name, fields);
	tokens.expect('{');
	while (!tokens.skip('}')) {
		if (tokens.skip(';')) continue;
		if (tokens.skip('oneof')) {
			tokens.read('name', 'the name of a oneof');
			tokens.expect('{');
			while (!tokens.skip('}')) {
				if (tokens.skip('option')) tokens.skipThrough(';');
				else fields.push(readField(tokens, name, written, depth));
			}
		} else if (tokens.isNext('option') || tokens.isNext('reserved') || tokens.isNext('extensions'))
			tokens.skipThrough(';');
		else if (tokens.skip('extend')) {
			tokens.read('name', 'the name of a message');
			tokens.skipAny();
		} else if (!readType(tokens, name, written, depth)) fields.push(readField(tokens, name, written, depth));
	}
}

/** A field; a group is a field and its message (proto2). */
function readField(tokens: Tokens, scope: string, written: Written, depth: number): WrittenField {
	const required = tokens.skip('required');
	const repeated = !required && tokens.skip('repeated');
	if (!required && !repeated) tokens.skip('optional');
	const { line } = tokens;
	if (tokens.skip('group')) {
		const name = tokens.read('name', 'the name of a group');
		tokens.expect('=');
		const number = tokens.integer();
		if (tokens.isNext('[')) tokens.skipAny();
		readMessage(tokens, inside(scope, name), written, depth + 1);
		const type: WrittenType = { kind: 'named', name, scope, line };
		return { name: name.toLowerCase(), number, type, repeated, required };
	}
	const type = readFieldType(tokens, scope);
	const name = tokens.read('name', 'the name of a field');
	tokens.expect('=');
	const number = tokens.integer();
	readOptions(tokens);
	return { name, number, type, repeated, required };
}

function readFieldType(tokens: Tokens, scope: string): WrittenType {
	const { line } = tokens;
	const name = tokens.read('name', 'the type of a field');
	if (name !== 'map' || !tokens.skip('<')) return { kind: 'named', name, scope, line };
	const key = tokens.read('name', 'the type of a key');
	if (!isScalar(key)) tokens.fail('the type of a key');
	tokens.expect(',');
	const value = tokens.read('name', 'the type of a value');
	tokens.expect('>');
	return { kind: 'map', key, value: { kind: 'named', name: value, scope, line } };
}

/** A name is looked for in the message that it stands in, then in those around it. */
function resolved(type: WrittenType, written: Written): FieldType {
	if (type.kind === 'map') return { kind: 'map', key: type.key, value: resolved(type.value, written) };
	const { name, line } = type;
	if (isScalar(name)) return { kind: 'scalar', scalar: name };
	const found = (full: string): FieldType | undefined =>
		written.messages.has(full)
			? { kind: 'message', name: full }
			: written.enums.has(full)
				? { kind: 'enum', name: full }
				: undefined;
	const scopes = name.startsWith('.') ? [] : type.scope.split('.');
	for (let length = scopes.length; length >= 0; length--) {
		const one = found([...scopes.slice(0, length), name.replace(/^\./, '')].join('.'));
		if (one !== undefined) return one;
	}
	throw protoError('bad-input', 'protoType', { line, name });
}

function messageName(type: WrittenType, written: Written): string {
	const found = resolved(type, written);
	return found.kind === 'message' ? found.name : '';
}
