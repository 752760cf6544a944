import type { WirebenchError } from '../contract/base/errors.ts';
import type { ComposedMessage, FieldCondition } from '../contract/config/fields.ts';
import { concat } from '../payload/codec/concat.ts';
import { faultError } from '../payload/codec/fault-error.ts';
import {
	type Cost,
	compileComposed,
	compileCondition,
	compose,
	type Program,
	type Programs,
	readCost,
	readExactly,
	readWhole,
	unmet,
	writeCost,
} from '../structure/index.ts';
import { saidFault } from '../structure/sentences/said.ts';
import type { ReplyContext, Template } from '../template/index.ts';
import type { Said } from '../words/sentence/said.ts';
import type { CompiledMatch } from './matcher.ts';

/** A rule that matches by the fields of a message. */
export interface FieldMatch extends CompiledMatch {
	readonly program: Program;
	/** Why the structure does not read a message; undefined where it does, whether the condition holds or not. */
	readonly unread: (message: Uint8Array) => Said | undefined;
}

/** The structure with an id. Throws `bad-input` at `path`. */
export function structureNamed(id: string, programs: Programs, path: string): Program {
	const program = programs.get(id);
	if (program !== undefined) return program;
	throw faultError(saidFault('noStructure', { name: id, names: [...programs.keys()].join(', ') }), { path });
}

/** Compiles a match by fields. Throws `bad-input` with the path and the position of the fault. */
export function compileFields({ structure, condition }: FieldCondition, programs: Programs, path: string): FieldMatch {
	const program = structureNamed(structure, programs, `${path}.structure`);
	const compiled = compileCondition(program, condition);
	if (!compiled.ok) throw faultError(compiled, { path: `${path}.condition`, position: compiled.position });
	return {
		ok: true,
		program,
		...readCost(program),
		matches(message) {
			const reading = readExactly(program, message);
			return reading.type === 'whole' && unmet(compiled.condition, reading) === undefined;
		},
		join(bytes) {
			const reading = readWhole(program, bytes);
			if (reading.type === 'cut') return { type: 'more', sure: reading.evidence > 0 };
			if (reading.type === 'unread' || unmet(compiled.condition, reading) !== undefined) return { type: 'none' };
			const { length } = reading.read;
			return length === 0 ? { type: 'none' } : { type: 'complete', taken: length };
		},
		unread(message) {
			const reading = readExactly(program, message);
			return reading.type === 'unread' ? reading.said : undefined;
		},
	};
}

/** A reply that can be made like that of a template. */
export interface ComposedReply extends Template {
	readonly ns: number;
}

/**
 * Compiles a message that is composed as a reply; `request`: the structure of what it answers. Throws `bad-input` with the path and
 * the position of the fault.
 */
export function compileReply(
	{ structure, values }: ComposedMessage,
	request: Program | undefined,
	programs: Programs,
	path: string,
): ComposedReply {
	const program = structureNamed(structure, programs, `${path}.structure`);
	const compiled = compileComposed(program, values, { request });
	if (!compiled.ok)
		throw faultError(compiled, { path: `${path}.values.${compiled.path}`, position: compiled.position });
	const { composed } = compiled;
	if (composed.isFixed) {
		const written = compose(composed);
		if (!written.ok) throw valueFault(written.faults, `${path}.values`);
		const { bytes } = written;
		return { needs: undefined, ns: 0, nsPerByte: 0, render: () => bytes };
	}
	const cost = sum(writeCost(program, composed.values), request === undefined ? FREE : readCost(request));
	return {
		needs: undefined,
		...cost,
		render(context) {
			const reading = request && readExactly(request, wholeOf(context));
			if (reading?.type === 'unread') throw faultError(reading.said);
			const written = compose(composed, reading === undefined ? {} : { message: reading });
			if (!written.ok) throw valueFault(written.faults);
			return written.bytes;
		},
	};
}

const FREE: Cost = { ns: 0, nsPerByte: 0 };

const sum = (one: Cost, other: Cost): Cost => ({
	ns: one.ns + other.ns,
	nsPerByte: one.nsPerByte + other.nsPerByte,
});

/** A message as the log has it, and as structures read it: with its length head and its delimiter. */
export function wholeOf({ head, data, eol }: Pick<ReplyContext, 'head' | 'data' | 'eol'>): Uint8Array {
	return head.length === 0 && eol.length === 0 ? data : concat([head, data, eol]);
}

function valueFault(faults: readonly (Said & { readonly field: string })[], path?: string): WirebenchError {
	const [first] = faults;
	if (first === undefined) throw new TypeError('Values have no fault.');
	return faultError(first, path === undefined ? {} : { path: first.field === '' ? path : `${path}.${first.field}` });
}
