import { type Expression, innerOf } from '../expression/ast.ts';
import type { Body, Formula, Layout, Part, Program } from '../program/program.ts';
import { eachBody, switchParts } from '../program/walk.ts';
import { mostScanned, mostSteps } from './work.ts';

/** Nanoseconds of one step of reading, and of one byte that is searched, decoded as text or summed up: upper estimates. */
const STEP_NS = 2500;
const SCAN_NS = 30;

/** Maximum nanoseconds: those of a message of any length, and what each byte of it adds. */
export interface Cost {
	readonly ns: number;
	readonly nsPerByte: number;
}

/** Steps, and those that each byte adds. Infinity: only the limits of reading bound them. */
interface Steps {
	readonly once: number;
	readonly perByte: number;
}

const NONE: Steps = { once: 0, perByte: 0 };
/** Kinds of fields whose bytes are searched, decoded as text or summed up. */
const SCANNED: ReadonlySet<Body['kind']> = new Set(['text', 'bytes', 'checksum', 'padding']);

const UNBOUNDED: Steps = { once: Number.POSITIVE_INFINITY, perByte: Number.POSITIVE_INFINITY };

/** What reading a message costs, a condition over it included. */
export function readCost({ layout }: Program): Cost {
	const steps = layoutSteps(layout, []);
	// How many fields go through bytes that may be the whole message; what is elsewhere can be the same bytes again and again.
	let scans = 0;
	eachBody(layout, ({ kind }, part) => {
		if (SCANNED.has(kind)) scans++;
		if (part.at !== undefined) scans = Number.POSITIVE_INFINITY;
	});
	const [most, scanning] = [mostSteps(), mostScanned()];
	const isBounded = Number.isFinite(steps.once) && Number.isFinite(steps.perByte);
	const { once, perByte } = isBounded ? steps : most;
	return {
		ns: STEP_NS * once + SCAN_NS * Math.min(scanning.once, 64 * scans),
		nsPerByte: STEP_NS * Math.min(perByte, most.perByte) + SCAN_NS * Math.min(scanning.perByte, scans),
	};
}

/** What composing a message of so many values costs, for a message of any length: it is read again. */
export function writeCost(program: Program, values: number): Cost {
	if (isEndless(program.layout)) return { ns: Number.POSITIVE_INFINITY, nsPerByte: 0 };
	const { nsPerByte } = readCost(program);
	let parts = 0;
	eachBody(program.layout, () => {
		parts++;
	});
	return { ns: 4 * STEP_NS * (parts + 8 * values), nsPerByte: 2 * nsPerByte + 4 * STEP_NS };
}

const sum = (all: readonly Steps[]): Steps =>
	all.reduce((one, other) => ({ once: one.once + other.once, perByte: one.perByte + other.perByte }), NONE);

function layoutSteps({ parts }: Layout, around: readonly Layout[]): Steps {
	return sum(parts.map((part) => partSteps(part, around)));
}

function partSteps({ if: condition, at, body }: Part, around: readonly Layout[]): Steps {
	const own = { once: 1 + nodes(condition) + nodes(at), perByte: 0 };
	return sum([own, bodySteps(body, around)]);
}

function bodySteps(body: Body, around: readonly Layout[]): Steps {
	switch (body.kind) {
		case 'integer':
			return { once: 1 + nodes(body.compute) + (body.flags?.size ?? 0), perByte: 0 };
		case 'text':
		case 'bytes':
		case 'padding':
			return { once: nodes(body.length), perByte: 0 };
		case 'value':
			return { once: nodes(body.value), perByte: 0 };
		case 'struct': {
			if (around.includes(body.layout)) return UNBOUNDED;
			return sum([{ once: nodes(body.length), perByte: 0 }, layoutSteps(body.layout, [...around, body.layout])]);
		}
		case 'array': {
			const item = partSteps(body.item, around);
			const bits = leastBits(body.item.body, around);
			if (bits === 0) return UNBOUNDED;
			const each = item.once + nodes(body.until);
			const own = nodes(body.count) + nodes(body.length);
			return { once: own + each, perByte: item.perByte + (8 / bits) * each };
		}
		case 'switch': {
			const all = switchParts(body).map((part) => partSteps(part, around));
			return {
				once: nodes(body.on) + Math.max(0, ...all.map(({ once }) => once)),
				perByte: Math.max(0, ...all.map(({ perByte }) => perByte)),
			};
		}
		default:
			return NONE;
	}
}

/** The bits that a body has at least. */
function leastBits(body: Body, around: readonly Layout[]): number {
	switch (body.kind) {
		case 'integer':
			return body.bits;
		case 'float':
		case 'checksum':
			return 8 * body.bytes;
		case 'struct':
			if (around.includes(body.layout)) return 0;
			return body.layout.parts.reduce(
				(bits, part) =>
					part.if === undefined && part.at === undefined ? bits + leastBits(part.body, [...around, body.layout]) : bits,
				0,
			);
		default:
			return 0;
	}
}

/** A number in a message can make what is written behind it as long as a message can be. */
function isEndless(layout: Layout): boolean {
	let found = false;
	eachBody(layout, (body, part) => {
		found ||= part.at !== undefined || (body.kind === 'padding' && body.length !== undefined);
		found ||= body.kind === 'text' && body.length !== undefined && body.pad !== undefined;
		found ||=
			(body.kind === 'text' || body.kind === 'bytes') && body.length !== undefined && body.terminator !== undefined;
	});
	return found;
}

/** The steps of a formula. */
function nodes(formula: Formula | undefined): number {
	return formula === undefined ? 0 : size(formula.expression);
}

function size(expression: Expression): number {
	return innerOf(expression).reduce((count, one) => count + size(one), 1);
}
