/** What the fields of schemas mean: the comments in front of them, which the schemas themselves do not carry. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { load, root, sources } from './schemas.mjs';

/** A comment and the name that follows it: a constant, or a field of one. */
const COMMENTED = /^(\t*)\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n\1(?:(?:export )?const (\w+) =|([\w$]+)(?=[:,]))/gm;
const CONSTANT = /^(export )?const (\w+) =/gm;

/** Of constants, by their name; of their fields, by both names. */
const ofConstant = new Map();
const ofField = new Map();
/** Of a field of a constant that is not exported, by its module and its own name, where there is only one. */
const ofInner = new Map();
/** Where the constants are that modules export: schemas, and objects that several schemas spread. */
const constantOf = new Map();
const moduleOf = new Map();
const ofSpread = new Map();
/** The objects with a field of the same schema: what extends one of them does not say it again. */
const ownersOf = new Map();

for (const path of sources) {
	const text = readFileSync(join(root, path), 'utf8');
	const constants = [...text.matchAll(CONSTANT)];
	for (const { index, 2: comment, 3: constant, 4: field } of text.matchAll(COMMENTED)) {
		const sentence = comment
			.replaceAll(/\n\s*\* ?/g, ' ')
			.replaceAll(/\s+/g, ' ')
			.trim();
		if (constant !== undefined) ofConstant.set(constant, sentence);
		else {
			const [, exported, owner] = constants.findLast((one) => one.index < index) ?? [];
			ofField.set(`${owner}.${field}`, sentence);
			const inner = `${path} ${field}`;
			if (exported === undefined) ofInner.set(inner, ofInner.has(inner) ? undefined : sentence);
		}
	}
	for (const [name, value] of Object.entries(await load(path))) {
		if (value instanceof z.ZodObject) {
			for (const field of Object.values(value.shape)) ownersOf.set(field, [...(ownersOf.get(field) ?? []), name]);
		}
		if (value instanceof z.ZodType) {
			constantOf.set(value, name);
			moduleOf.set(value, path);
		} else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
			for (const [key, field] of Object.entries(value))
				if (field instanceof z.ZodType) ofSpread.set(field, [name, key]);
		}
	}
}

/** What a field of an object means, in the module of the exported constant around it; undefined where no comment says so. */
function meaning(owner, key, field, module) {
	const spread = ofSpread.get(field);
	const similar = ownersOf.get(field)?.find((name) => ofField.has(`${name}.${key}`));
	return (
		ofField.get(`${constantOf.get(owner)}.${key}`) ??
		(spread && ofField.get(spread.join('.'))) ??
		(similar && ofField.get(`${similar}.${key}`)) ??
		ofConstant.get(constantOf.get(field)) ??
		ofConstant.get(constantOf.get(bare(field))) ??
		ofInner.get(`${module} ${key}`)
	);
}

function bare(schema) {
	return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault ? bare(schema.unwrap()) : schema;
}

/** Adds a description to each property of a JSON Schema that was made of `schema`, and to its definitions. */
export function describe(schema, json, { $defs = {}, done = new Set(), module } = {}) {
	const definition = json.$ref === undefined ? json : $defs[json.$ref.split('/').at(-1)];
	if (definition === undefined || (json.$ref !== undefined && done.has(json.$ref))) return;
	if (json.$ref !== undefined) done.add(json.$ref);
	const inner = bare(schema);
	const constant = constantOf.get(inner);
	const around = moduleOf.get(inner) ?? module;
	const within = (part, shown) => describe(part, shown, { $defs, done, module: around });
	if (json.$ref !== undefined && ofConstant.has(constant)) definition.description ??= ofConstant.get(constant);
	if (inner instanceof z.ZodArray) within(inner.element, definition.items);
	if (inner instanceof z.ZodIntersection) {
		// What is written inside of a constant has its fields.
		if (!constantOf.has(inner.def.left)) constantOf.set(inner.def.left, constant);
		within(inner.def.left, definition.allOf[0]);
		within(inner.def.right, definition.allOf[1]);
	}
	if (inner instanceof z.ZodUnion) {
		for (const [at, option] of inner.options.entries()) within(option, (definition.oneOf ?? definition.anyOf)[at]);
	}
	if (!(inner instanceof z.ZodObject)) return;
	for (const [key, field] of Object.entries(inner.shape)) {
		within(field, definition.properties[key]);
		const description = meaning(inner, key, field, around);
		if (description !== undefined) definition.properties[key] = { description, ...definition.properties[key] };
	}
}
