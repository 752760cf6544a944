import { integer } from '../../decode/core/integer.ts';
import type { Node } from '../expression/node.ts';

/** A value of a field: of a structure by name, of an array in order. Integers beyond 53 bits are bigints. */
export type FieldData =
	| number
	| bigint
	| string
	| boolean
	| Uint8Array
	| readonly FieldData[]
	| { readonly [name: string]: FieldData };

/** What is known of a message's fields. */
export function dataOf({ value, members, items }: Node): FieldData {
	if (members !== undefined)
		return Object.fromEntries([...members].map(([name, member]) => [name, dataOf(member)] as const));
	if (items !== undefined) return items.map(dataOf);
	return typeof value === 'bigint' ? integer(value) : (value ?? false);
}
