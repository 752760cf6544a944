import type { z } from 'zod';
import { isObject } from '../json/is-object.ts';
import { pathText } from '../json/issue-text.ts';
import { endpointsIn } from './document.ts';

/** Something in a workspace file that is wrong, or that is not known. */
export interface WorkspaceFinding {
	/** Its place, as in `endpoints[1].port`; empty: the whole file. */
	readonly path: string;
	/** The name of the endpoint around it. */
	readonly endpoint?: string;
	/** A sentence. */
	readonly message: string;
}

/** A place in the document, with the name of the endpoint around it. */
export function finding(document: unknown, path: readonly PropertyKey[], message: string): WorkspaceFinding {
	const endpoint = endpointNamed(document, path);
	return { path: pathText(path), ...(endpoint === undefined ? {} : { endpoint }), message };
}

/** Each fault that a schema has found. */
export function findings(document: unknown, { issues }: z.ZodError): WorkspaceFinding[] {
	return issues.map(({ path, message }) => finding(document, path, message));
}

/** A finding as a sentence: `endpoints[1].port: A port is … (endpoint one)`. */
export function findingText({ path, endpoint, message }: WorkspaceFinding): string {
	const place = path === '' ? '' : `${path}: `;
	return `${place}${message}${endpoint === undefined ? '' : ` (endpoint ${endpoint})`}`;
}

function endpointNamed(document: unknown, [list, at]: readonly PropertyKey[]): string | undefined {
	if (list !== 'endpoints' || typeof at !== 'number') return undefined;
	const endpoint = endpointsIn(document)[at];
	return isObject(endpoint) && typeof endpoint.name === 'string' ? endpoint.name : undefined;
}
