import type { Field, Note } from '../../decode/core/field.ts';
import { Reader } from '../../decode/core/reader.ts';
import { Stop } from '../../decode/core/stop.ts';
import type { Node } from '../expression/node.ts';
import type { Program } from '../program/program.ts';
import { saidFault } from '../sentences/said.ts';
import { MessageReader } from './read.ts';
import { dataOf, type FieldData } from './values.ts';
import { MessageWriter, type ValueFault } from './write.ts';

/** The first message of some bytes. */
export interface ReadMessage {
	/** Its fields by name, as far as they are read. */
	readonly values: FieldData;
	/** Bytes of it. */
	readonly length: number;
	/** The first thing that is wrong with it. */
	readonly note?: Note;
	/** The field that the note stands at. */
	readonly noted?: NotedField;
	/** Bits of constants and checksums that are as they have to be. */
	readonly evidence: number;
	readonly root: Node;
}

/** A field with a note: its path, and its bytes in the message. */
export interface NotedField {
	readonly path: string;
	readonly start: number;
	readonly end: number;
}

/** How the first message of some bytes fits, without its values. Never throws, whatever they are. */
export function examineMessage(
	program: Program,
	bytes: Uint8Array,
): Pick<ReadMessage, 'length' | 'note' | 'evidence' | 'root'> {
	const reader = Reader.of(bytes);
	const message = new MessageReader(program, reader);
	let stopped: Note | undefined;
	try {
		reader.unit(program.id, () => message.read());
	} catch (error) {
		if (!(error instanceof Stop)) throw error;
		stopped = error.note;
	}
	const [unit] = reader.fields;
	const noted = unit && notedIn(unit, '');
	const note = noted?.note ?? stopped;
	return {
		length: reader.at,
		...(note === undefined ? {} : { note }),
		...(noted === undefined ? {} : { noted: noted.field }),
		evidence: message.evidence,
		root: message.root,
	};
}

/** The first note of a unit, and its field; the unit's own has no path. */
function notedIn(
	{ note, start, end, children = [] }: Field,
	path: string,
): { readonly note: Note; readonly field: NotedField } | undefined {
	if (note !== undefined) return { note, field: { path, start, end } };
	for (const child of children) {
		const found = notedIn(child, path === '' ? child.name : `${path}.${child.name}`);
		if (found !== undefined) return found;
	}
	return undefined;
}

/** Reads the first message of some bytes. Never throws, whatever they are. */
export function readMessage(program: Program, bytes: Uint8Array): ReadMessage {
	const message = examineMessage(program, bytes);
	return { ...message, values: dataOf(message.root) };
}

export type WrittenMessage =
	| { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
	| { readonly ok: false; readonly faults: readonly ValueFault[] };

/**
 * The message with these values. Constants, computed values, lengths, counts and checksums need none: they are computed, and those
 * that are given are not looked at. What is written is read again: values that contradict each other are faults.
 */
export function writeMessage(program: Program, values: FieldData): WrittenMessage {
	const writer = new MessageWriter(program);
	const bytes = writer.write(values);
	if (writer.faults.length > 0) return { ok: false, faults: writer.faults };
	const { root, note, length } = readMessage(program, bytes);
	// A message with more fields than are read may be written.
	if (note?.code === 'limit') return { ok: true, bytes };
	const other =
		differenceOf(writer.root, root, '') ?? (note === undefined && length === bytes.length ? undefined : program.id);
	if (other === undefined) return { ok: true, bytes };
	return { ok: false, faults: [{ field: other, ...saidFault('valueReadBack', { field: other }) }] };
}

/** Where two messages differ: the path of a field. */
function differenceOf(one: Node, other: Node | undefined, path: string): string | undefined {
	if (other === undefined) return path;
	for (const [name, member] of one.members ?? []) {
		const found = differenceOf(member, other.members?.get(name), path === '' ? name : `${path}.${name}`);
		if (found !== undefined) return found;
	}
	const [items, others] = [one.items ?? [], other.items ?? []];
	for (const [i, item] of items.entries()) {
		const found = differenceOf(item, others[i], `${path}[${i}]`);
		if (found !== undefined) return found;
	}
	const isSame =
		one.value instanceof Uint8Array && other.value instanceof Uint8Array
			? sameBytes(one.value, other.value)
			: Object.is(one.value, other.value);
	return isSame && items.length === others.length ? undefined : path;
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
	return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
