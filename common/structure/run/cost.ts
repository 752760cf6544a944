import type { Expression } from '../expression/ast.ts';
import type { Body, Formula, Layout, Part, Program } from '../program/program.ts';
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
const UNBOUNDED: Steps = { once: Number.POSITIVE_INFINITY, perByte: Number.POSITIVE_INFINITY };

/** What reading a message costs, a condition over it included. */
export function readCost({ layout }: Program): Cost {
	const steps = layoutSteps(layout, []);
	let isElsewhere = false;
	eachBody(layout, new Set(), (_body, part) => {
		isElsewhere ||= part.at !== undefined;
	});
	// What is elsewhere can be the same bytes again and again.
	const scans = isElsewhere ? Number.POSITIVE_INFINITY : scanned(layout, new Set());
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
	if (isEndless(program.layout, new Set())) return { ns: Number.POSITIVE_INFINITY, nsPerByte: 0 };
	const { nsPerByte } = readCost(program);
	const parts = partsIn(program.layout, new Set());
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
			const parts = [...body.cases.map(({ part }) => part), ...(body.otherwise === undefined ? [] : [body.otherwise])];
			const all = parts.map((part) => partSteps(part, around));
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

/** How many fields go through bytes that may be the whole message. */
function scanned({ parts }: Layout, seen: Set<Layout>): number {
	return parts.reduce((count, { body }) => count + scannedBy(body, seen), 0);
}

function scannedBy(body: Body, seen: Set<Layout>): number {
	switch (body.kind) {
		case 'text':
		case 'bytes':
		case 'checksum':
		case 'padding':
			return 1;
		case 'struct':
			if (seen.has(body.layout)) return 0;
			seen.add(body.layout);
			return scanned(body.layout, seen);
		case 'array':
			return scannedBy(body.item.body, seen);
		case 'switch':
			return [...body.cases.map(({ part }) => part), ...(body.otherwise === undefined ? [] : [body.otherwise])].reduce(
				(count, part) => count + scannedBy(part.body, seen),
				0,
			);
		default:
			return 0;
	}
}

/** All parts of a layout and those in it, each layout once. */
function partsIn(layout: Layout, seen: Set<Layout>): number {
	let count = 0;
	eachBody(layout, seen, () => {
		count++;
	});
	return count;
}

/** A number in a message can make what is written behind it as long as a message can be. */
function isEndless(layout: Layout, seen: Set<Layout>): boolean {
	let found = false;
	eachBody(layout, seen, (body, part) => {
		found ||= part.at !== undefined || (body.kind === 'padding' && body.length !== undefined);
		found ||= body.kind === 'text' && body.length !== undefined && body.pad !== undefined;
		found ||=
			(body.kind === 'text' || body.kind === 'bytes') && body.length !== undefined && body.terminator !== undefined;
	});
	return found;
}

function eachBody({ parts }: Layout, seen: Set<Layout>, visit: (body: Body, part: Part) => void): void {
	const go = (part: Part): void => {
		const { body } = part;
		visit(body, part);
		if (body.kind === 'array') go(body.item);
		if (body.kind === 'switch') {
			for (const one of body.cases) go(one.part);
			if (body.otherwise !== undefined) go(body.otherwise);
		}
		if (body.kind !== 'struct' || seen.has(body.layout)) return;
		seen.add(body.layout);
		eachBody(body.layout, seen, visit);
	};
	for (const part of parts) go(part);
}

/** The steps of a formula. */
function nodes(formula: Formula | undefined): number {
	return formula === undefined ? 0 : size(formula.expression);
}

function size(expression: Expression): number {
	switch (expression.type) {
		case 'field':
			return expression.steps.reduce((count, step) => count + ('index' in step ? size(step.index) : 0), 1);
		case 'call':
			return expression.args.reduce((count, one) => count + size(one), 1);
		case 'unary':
			return 1 + size(expression.of);
		case 'binary':
			return 1 + size(expression.left) + size(expression.right);
		case 'choice':
			return 1 + size(expression.condition) + size(expression.then) + size(expression.otherwise);
		default:
			return 1;
	}
}
