import { WirebenchError } from '../contract/base/errors.ts';

/** The row of a contract table, or of the handlers beside it. An unknown name is an `unknown-call`. */
export function rowOf<T extends object, N extends keyof T & string>(table: T, name: N): T[N] {
	if (!isName(table, name)) throw unknownName(name);
	return table[name];
}

/** Own names only: `constructor` and the like are not calls. */
export function isName<T extends object>(table: T, name: string): name is keyof T & string {
	return Object.hasOwn(table, name);
}

export function unknownName(name: string): WirebenchError {
	return new WirebenchError('unknown-call', `Wirebench knows no ${JSON.stringify(name)}.`);
}
