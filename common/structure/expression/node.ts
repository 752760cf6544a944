import type { Value } from './ast.ts';

/** What is known of a field while its message is read or written. */
export interface Node {
	/** Of one that has neither members nor items. Undefined: not known yet. */
	value: Value | undefined;
	/** The integer before scale and offset, of which flags are bits. */
	raw?: bigint | undefined;
	/** Bytes from the start of the message. */
	start: number;
	/** Behind the last byte; undefined while it is being read. */
	end: number | undefined;
	/** Of a structure: its fields by name. */
	readonly members?: Map<string, Node>;
	/** Of an array. */
	readonly items?: Node[];
	/** The structure around it. */
	readonly around: Node | undefined;
	/** The numbers of its bits with names. */
	readonly flags?: ReadonlyMap<string, number> | undefined;
}

/** A node of a structure whose fields are not read yet. */
export function structNode(around: Node | undefined, start: number): Node & { readonly members: Map<string, Node> } {
	return { value: undefined, start, end: undefined, members: new Map(), around };
}

/** The field of a name: in the innermost structure that has one. */
export function fieldNamed(name: string, struct: Node): Node | undefined {
	for (let around: Node | undefined = struct; around !== undefined; around = around.around) {
		const found = around.members?.get(name);
		if (found !== undefined) return found;
	}
	return undefined;
}

/** Where an expression stands: what its names mean. */
export interface Scope {
	/** The innermost structure. */
	readonly struct: Node;
	/** The element that an `until` looks at. */
	readonly item?: Node | undefined;
	/** What names mean that are no fields: the variables of a test. */
	readonly others?: ReadonlyMap<string, Node> | undefined;
	/** Bytes from the start of the message. */
	readonly position: number;
	/** Bytes up to the end of what is being read; undefined in a message that is being written. */
	readonly remaining: number | undefined;
	/** Bytes of the message, where they are known. */
	readonly length: number | undefined;
	/** Elements of the innermost array before this one. */
	readonly index: number;
	/** Values of members, by the name of the enum. */
	readonly enums: ReadonlyMap<string, ReadonlyMap<string, bigint>>;
	/** Counts work, and throws where there is too much. */
	charge(work: number): void;
}
