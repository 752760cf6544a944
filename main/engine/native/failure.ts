import { getSystemErrorName } from 'node:util';

/** The error of a failed call of the C library, in Node's form. `number` is its errno. */
export function callFailure(syscall: string, number: number): NodeJS.ErrnoException {
	const code = getSystemErrorName(-number);
	return Object.assign(new Error(`${syscall} ${code}`), { code, errno: -number, syscall });
}
