import { isObject } from '../../../../../common/json/is-object.ts';
import { toHex } from '../../../../../common/payload/index.ts';
import {
	COMPUTED,
	dataOfPlain,
	type FieldData,
	type Program,
	plainData,
	type WrittenValues,
} from '../../../../../common/structure/index.ts';
import type { Body, Layout, Part, SwitchBody } from '../../../../../common/structure/program/program.ts';
import { switchParts } from '../../../../../common/structure/program/walk.ts';

/** What a person has written for a field: a text, chosen flags, or the parts of a structure or list. */
export type FormValue = string | readonly string[] | FormGroup | FormList;

export interface FormGroup {
	readonly members: Readonly<Record<string, FormValue>>;
}

export interface FormList {
	readonly items: readonly FormValue[];
}

export const NOTHING: FormGroup = { members: {} };

export function isGroup(value: FormValue | undefined): value is FormGroup {
	return typeof value === 'object' && 'members' in value;
}

export function isList(value: FormValue | undefined): value is FormList {
	return typeof value === 'object' && 'items' in value;
}

export function isFlags(value: FormValue | undefined): value is readonly string[] {
	return Array.isArray(value);
}

/** Whether a person gives the value of a field: constants, lengths, checksums and padding are computed. */
export function isGiven({ body }: Part): boolean {
	switch (body.kind) {
		case 'integer':
			return body.compute === undefined && body.only === undefined;
		case 'text':
		case 'bytes':
			return body.only === undefined;
		case 'checksum':
		case 'padding':
		case 'value':
			return false;
		default:
			return true;
	}
}

/** A structure of the form: its fields, and what is written in them. */
export interface Around {
	readonly layout: Layout;
	readonly group: FormGroup;
}

/** The part of a switch that a field beside it chooses; undefined where the form does not show which. */
export function casePart({ on, cases, otherwise }: SwitchBody, { layout, group }: Around): Part | undefined {
	const { expression } = on;
	if (expression.type !== 'field' || expression.steps.length > 0) return undefined;
	const value = group.members[expression.name];
	if (typeof value !== 'string' || value === '') return undefined;
	const chooser = layout.parts.find(({ name }) => name === expression.name)?.body;
	const names = chooser?.kind === 'integer' ? [...(chooser.names ?? [])] : [];
	const named = names.find(([, name]) => name === value)?.[0];
	const key = named ?? (/^(0x[0-9a-f]+|-?\d+)$/i.test(value.trim()) ? BigInt(value.trim()) : value);
	return cases.find(({ when }) => when.has(key))?.part ?? otherwise;
}

/** The beginning of a value that is computed: `=frame.sequence + 1`. */
const FORMULA = '=';

/** Whether a value of a form is computed. */
export function isFormula(value: FormValue | undefined): value is string {
	return typeof value === 'string' && value.startsWith(FORMULA);
}

/** The values of a form as a composed message has them: those that begin with `=` are computed. */
export function valuesOfForm({ layout }: Program, group: FormGroup): WrittenValues {
	const values = plainData(groupData(layout, group, true));
	return isObject(values) ? values : {};
}

/** A form with the values of a composed message. */
export function formOfValues(program: Program, values: WrittenValues): FormGroup {
	return formOfData(program, dataOfPlain(values) ?? {});
}

/** The values of a form as those of a message: what is left empty is not given. */
export function dataOfForm({ layout }: Program, group: FormGroup): FieldData {
	return groupData(layout, group, false);
}

function groupData(layout: Layout, group: FormGroup, computes: boolean): FieldData {
	const known: [string, FieldData][] = [];
	for (const part of layout.parts) {
		if (part.isUnnamed || !isGiven(part)) continue;
		// A text that nobody has touched is empty; a field with a condition may not be there.
		const value = group.members[part.name] ?? (part.if === undefined ? '' : undefined);
		const data = value === undefined ? undefined : dataOf(part.body, value, { layout, group }, computes);
		if (data !== undefined) known.push([part.name, data]);
	}
	return Object.fromEntries(known);
}

function dataOf(body: Body, value: FormValue, around: Around, computes: boolean): FieldData | undefined {
	if (computes && isFormula(value)) return { [COMPUTED]: value.slice(FORMULA.length).trim() };
	switch (body.kind) {
		case 'struct':
			return groupData(body.layout, isGroup(value) ? value : NOTHING, computes);
		case 'array':
			return isList(value) ? value.items.flatMap((item) => dataOf(body.item.body, item, around, computes) ?? []) : [];
		case 'switch': {
			const part = casePart(body, around);
			return part === undefined ? undefined : dataOf(part.body, value, around, computes);
		}
		case 'integer':
			if (isFlags(value)) return value;
			return typeof value === 'string' ? numberOf(value, body.scale !== undefined) : undefined;
		case 'float':
			return typeof value === 'string' ? numberOf(value, true) : undefined;
		default:
			return typeof value === 'string' && (value !== '' || isEmptyGiven(body)) ? value : undefined;
	}
}

/** Text or bytes without a default are empty where nothing is written. */
function isEmptyGiven(body: Body): boolean {
	return (body.kind === 'text' || body.kind === 'bytes') && body.fallback === undefined;
}

/** A number where one is written with a fraction or has a scale; any other text as it is, which may be a name of an enum. */
function numberOf(text: string, isScaled: boolean): FieldData | undefined {
	const trimmed = text.trim();
	if (trimmed === '') return undefined;
	const number = Number(trimmed);
	return (isScaled || /[.e]/i.test(trimmed)) && !/^-?0x/i.test(trimmed) && Number.isFinite(number) ? number : trimmed;
}

/** A form with the values of a message that was read. */
export function formOfData({ layout }: Program, data: FieldData): FormGroup {
	return groupForm(layout, data);
}

function groupForm({ parts }: Layout, data: FieldData): FormGroup {
	if (!isRecord(data)) return NOTHING;
	const members: [string, FormValue][] = [];
	for (const part of parts) {
		const value = data[part.name];
		if (value === undefined || part.isUnnamed || !isGiven(part)) continue;
		members.push([part.name, formOf(part.body, value)]);
	}
	return { members: Object.fromEntries(members) };
}

function formOf(body: Body, data: FieldData): FormValue {
	const formula = isRecord(data) ? data[COMPUTED] : undefined;
	if (formula !== undefined) return `${FORMULA}${String(formula)}`;
	switch (body.kind) {
		case 'struct':
			return groupForm(body.layout, data);
		case 'array':
			return { items: Array.isArray(data) ? data.map((item: FieldData) => formOf(body.item.body, item)) : [] };
		case 'switch':
			return formOfCase(body, data);
		default:
			return textOfData(data);
	}
}

/** Of which case the data are is seen by their form: structures have members, lists have elements. */
function formOfCase(body: SwitchBody, data: FieldData): FormValue {
	const parts = switchParts(body);
	if (Array.isArray(data)) {
		const list = parts.find(({ body }) => body.kind === 'array');
		return list === undefined ? '' : formOf(list.body, data);
	}
	if (isRecord(data)) {
		const names = Object.keys(data);
		const group = parts.find(
			({ body }) =>
				body.kind === 'struct' && names.every((name) => body.layout.parts.some((part) => part.name === name)),
		);
		return group === undefined ? NOTHING : formOf(group.body, data);
	}
	return textOfData(data);
}

function textOfData(data: FieldData): FormValue {
	if (data instanceof Uint8Array) return toHex(data, ' ');
	return typeof data === 'object' ? '' : String(data);
}

function isRecord(data: FieldData): data is { readonly [name: string]: FieldData } {
	return typeof data === 'object' && !Array.isArray(data) && !(data instanceof Uint8Array);
}
