import { z } from 'zod';
import { isObject } from './is-object.ts';

/**
 * The value as a person would write it: keys in the schema's order, those with their default left out. Keys that the
 * schema does not know follow, unchanged. `value` need not be complete.
 */
export function withoutDefaults(schema: unknown, value: unknown): unknown {
	if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return withoutDefaults(schema.unwrap(), value);
	if (schema instanceof z.ZodArray) {
		return Array.isArray(value) ? value.map((item) => withoutDefaults(schema.element, item)) : value;
	}
	if (!isObject(value)) return value;
	if (schema instanceof z.ZodRecord) {
		return Object.fromEntries(
			Object.entries(value).map(([key, one]) => [key, withoutDefaults(schema.valueType, one)] as const),
		);
	}
	if (schema instanceof z.ZodObject) return withoutDefaultKeys(schema.shape, value);
	if (schema instanceof z.ZodUnion) {
		const member = schema.options.find((option) => isMember(option, value));
		return member === undefined ? value : withoutDefaults(member, value);
	}
	if (schema instanceof z.ZodIntersection && schema.def.left instanceof z.ZodObject) {
		const { left, right } = schema.def;
		const isLeft = ([key]: [string, unknown]) => Object.hasOwn(left.shape, key);
		const entries = Object.entries(value);
		const first = withoutDefaultKeys(left.shape, Object.fromEntries(entries.filter(isLeft)));
		const rest = withoutDefaults(right, Object.fromEntries(entries.filter((entry) => !isLeft(entry))));
		return isObject(rest) ? { ...first, ...rest } : value;
	}
	return value;
}

type Shape = Readonly<Record<string, unknown>>;

function withoutDefaultKeys(shape: Shape, value: Shape): Shape {
	const kept: [string, unknown][] = [];
	for (const [key, schema] of Object.entries(shape)) {
		if (!Object.hasOwn(value, key) || value[key] === undefined) continue;
		if (schema instanceof z.ZodDefault && same(schema.def.defaultValue, value[key])) continue;
		kept.push([key, withoutDefaults(schema, value[key])]);
	}
	const unknown = Object.entries(value).filter(([key]) => !Object.hasOwn(shape, key));
	return Object.fromEntries([...kept, ...unknown]);
}

/** Whether the value belongs to this member of a union: by its literals, since it need not be complete. */
function isMember(schema: unknown, value: Shape): boolean {
	if (!(schema instanceof z.ZodObject)) return false;
	const fixed = Object.entries(schema.shape).filter(
		([, one]) => one instanceof z.ZodLiteral || one instanceof z.ZodEnum,
	);
	return fixed.every(([key, one]) => one instanceof z.ZodType && one.safeParse(value[key]).success);
}

/** Whether two JSON values are equal. Keys that are undefined do not count. */
export function same(one: unknown, other: unknown): boolean {
	if (one === other) return true;
	if (Array.isArray(one) && Array.isArray(other)) {
		return one.length === other.length && one.every((item, at) => same(item, other[at]));
	}
	if (!isObject(one) || !isObject(other)) return Object.is(one, other);
	return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) => same(one[key], other[key]));
}
