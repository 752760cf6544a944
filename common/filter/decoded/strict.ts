import { type NamedField, namedFields, otherNames } from '../../decode/field-names.ts';
import { nearest } from '../../words/near.ts';
import type { KnownProtocols, UnknownField } from './known.ts';
import { printPath, type WrittenPath } from './path.ts';

/** Fields by their names, from the outside in. */
interface Node {
	readonly fields: Map<string, Node>;
	/** No other field is in it. */
	isClosed: boolean;
}

/**
 * Protocols that also know the names of their fields. Of built-in ones, names that messages make up, and those that only may be there, are
 * taken for names; structures have the named fields and no others.
 */
export function strictProtocols(known: KnownProtocols, structures: readonly NamedField[]): KnownProtocols {
	const others = new Set(otherNames());
	const roots = new Map<string, Node>();
	const add = ({ name, type }: NamedField, isStructure: boolean): void => {
		const [protocol = '', ...names] = name.split('.');
		let node = roots.get(protocol) ?? { fields: new Map(), isClosed: isStructure };
		roots.set(protocol, node);
		for (const part of names) {
			const next: Node = node.fields.get(part) ?? { fields: new Map(), isClosed: false };
			node.fields.set(part, next);
			if (isStructure) node.isClosed = true;
			node = next;
		}
		if (isStructure && type !== 'none') node.isClosed = true;
	};
	for (const field of namedFields()) add(field, false);
	for (const field of structures) add(field, true);
	return { ...known, unknownIn: (path) => unknownIn(path, roots, others) };
}

function unknownIn(
	path: WrittenPath,
	roots: ReadonlyMap<string, Node>,
	others: ReadonlySet<string>,
): UnknownField | undefined {
	const [protocol = '', ...names] = path;
	let node = roots.get(protocol);
	for (const [i, name] of names.entries()) {
		// What has no known fields may have any.
		if (node === undefined || (!node.isClosed && node.fields.size === 0)) return undefined;
		const isElement = /^\d+$/.test(name);
		const next: Node | undefined = node.fields.get(name) ?? (isElement ? node.fields.get('0') : undefined);
		if (next === undefined) {
			if (!node.isClosed && (isElement || others.has(name))) return undefined;
			const near = nearest(name, [...node.fields.keys()]);
			const around = path.slice(0, i + 1);
			return {
				at: i + 1,
				...(near === undefined ? {} : { near: printPath([...around, near, ...names.slice(i + 1)]) }),
			};
		}
		node = next;
	}
	return undefined;
}
