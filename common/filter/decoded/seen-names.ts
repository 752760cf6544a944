import type { Field } from '../../decode/core/field.ts';
import type { NamedField, NamedType } from '../../decode/named-field.ts';
import { printPath } from './path.ts';

/** Names that are kept, of them within one field: keys that are ids or dates would fill the list. */
const MOST_NAMES = 1000;
const MOST_WITHIN = 200;
/** Characters of a whole name. */
const MOST_CHARS = 240;
const DEEPEST = 16;

interface Node {
	type: NamedType;
	/** Messages with it. */
	count: number;
	/** The number of the last message with it. */
	last: number;
	readonly fields: Map<string, Node>;
}

/** Gathers the names of the fields of messages, as a filter writes them. Elements of an array are named by the first. */
export class SeenNames {
	readonly #protocols = new Map<string, Node>();
	#messages = 0;
	#names = 0;

	/** Adds the fields of one message. */
	add(fields: readonly Field[]): void {
		this.#messages++;
		this.#addAll(fields, undefined, 0);
	}

	/** Those of most messages first, and then in the order in which they were seen. */
	list(): readonly NamedField[] {
		const found: { readonly name: string; readonly type: NamedType; readonly count: number }[] = [];
		const collect = (fields: ReadonlyMap<string, Node>, around: readonly string[]): void => {
			for (const [part, node] of fields) {
				const path = [...around, part];
				const name = printPath(path);
				if (name.length > MOST_CHARS) continue;
				if (path.length > 1) found.push({ name, type: node.type, count: node.count });
				collect(node.fields, path);
			}
		};
		collect(this.#protocols, []);
		return found.toSorted((a, b) => b.count - a.count).map(({ name, type }) => ({ name, type }));
	}

	#addAll(fields: readonly Field[], around: Map<string, Node> | undefined, depth: number): void {
		let element = 0;
		for (const field of fields) {
			const { protocol } = field;
			const isElement = protocol === undefined && field.name === String(element);
			if (isElement) element++;
			// Names begin again at a unit; what is outside of all has none.
			const within = protocol === undefined ? around : this.#protocols;
			const node = within && this.#node(within, protocol ?? (isElement ? '0' : field.name));
			if (node !== undefined) {
				node.type = typeOf(field, node.type);
				if (node.last !== this.#messages) node.count++;
				node.last = this.#messages;
			}
			if (field.children !== undefined && depth < DEEPEST) this.#addAll(field.children, node?.fields, depth + 1);
		}
	}

	#node(within: Map<string, Node>, name: string): Node | undefined {
		const known = within.get(name);
		if (known !== undefined) return known;
		if (name.length > MOST_CHARS) return undefined;
		const isFull = this.#names >= MOST_NAMES || within.size >= MOST_WITHIN;
		if (isFull && !this.#forgetOne(within)) return undefined;
		const node: Node = { type: 'none', count: 0, last: 0, fields: new Map() };
		within.set(name, node);
		this.#names++;
		return node;
	}

	/** Forgets the oldest name that only one message had; returns whether there was one. */
	#forgetOne(within: Map<string, Node>): boolean {
		for (const [name, node] of within) {
			if (node.count > 1 || node.last === this.#messages) continue;
			within.delete(name);
			this.#names -= sizeOf(node);
			return true;
		}
		return false;
	}
}

/** A name and all within it. */
function sizeOf({ fields }: Node): number {
	return [...fields.values()].reduce((sum, inner) => sum + sizeOf(inner), 1);
}

/** Where messages differ it is a number, if any says one: `null` is a text. */
function typeOf({ value }: Field, before: NamedType): NamedType {
	if (value === undefined || before === 'number') return before;
	if (typeof value === 'number' || typeof value === 'bigint') return 'number';
	if (before !== 'none') return before;
	if (typeof value === 'string') return 'textual';
	return typeof value === 'boolean' ? 'truth' : 'bytes';
}
