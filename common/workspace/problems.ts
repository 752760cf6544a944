import type { z } from 'zod';
import type { Sentence } from '../contract/base/sentence.ts';
import { isObject } from '../json/is-object.ts';
import { type Fault, issueSays, said } from '../json/issue-says.ts';
import { pathText } from '../json/issue-text.ts';
import { given } from '../words/sentence/said.ts';
import { endpointsIn } from './document.ts';

/** Something in a workspace file that is wrong, or that is not known. */
export interface WorkspaceFinding {
	/** Its place, as in `endpoints[1].port`; empty: the whole file. */
	readonly path: string;
	/** The name of the endpoint around it. */
	readonly endpoint?: string;
	/** Offset in the expression at that place. */
	readonly position?: number;
	/** A sentence. */
	readonly message: string;
	/** The sentence that `message` is; absent where its schema has made it of the value. */
	readonly says?: Sentence | undefined;
}

/** A place in the document, with the name of the endpoint around it. */
export function finding(document: unknown, path: readonly PropertyKey[], fault: Fault): WorkspaceFinding {
	const endpoint = endpointNamed(document, path);
	return { path: pathText(path), ...(endpoint === undefined ? {} : { endpoint }), ...fault };
}

/** Each fault that a schema has found. */
export function findings(document: unknown, { issues }: z.ZodError): WorkspaceFinding[] {
	return issues.map((issue) => finding(document, issue.path, issueSays(issue)));
}

/** A finding as a sentence: `endpoints[1].port: A port is … (endpoint one)`. */
export function findingSays({ path, endpoint, position, message, says }: WorkspaceFinding): Fault {
	const what = given({ message, says });
	if (endpoint !== undefined) return said('inputOfEndpoint', { path, what, endpoint });
	if (path === '') return typeof what === 'string' ? { message } : what;
	return position === undefined
		? said('inputAtPath', { path, what })
		: said('inputAtCharacter', { path, character: position + 1, what });
}

function endpointNamed(document: unknown, [list, at]: readonly PropertyKey[]): string | undefined {
	if (list !== 'endpoints' || typeof at !== 'number') return undefined;
	const endpoint = endpointsIn(document)[at];
	return isObject(endpoint) && typeof endpoint.name === 'string' ? endpoint.name : undefined;
}
