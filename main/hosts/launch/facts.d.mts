import type { Facts } from './decide.mjs';
import type { Machine } from './machine.mjs';

export declare function electronFacts(
	machine: Machine,
	packageFolder: string,
	failure?: string,
): Omit<Facts, 'wanted'> & { readonly executable: string | undefined; readonly sandboxAdvice: string | undefined };
