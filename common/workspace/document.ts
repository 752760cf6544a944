import { isObject } from '../json/is-object.ts';

/** The endpoints of a workspace file's JSON, whatever they are. */
export function endpointsIn(document: unknown): readonly unknown[] {
	return listIn(document, 'endpoints');
}

/** A list of a workspace file's JSON, whatever is in it; empty where there is none. */
export function listIn(document: unknown, key: string): readonly unknown[] {
	const list = isObject(document) ? document[key] : undefined;
	return Array.isArray(list) ? list : [];
}

/** The JSON of a workspace file with each endpoint changed; unchanged where it has no list of them. */
export function mapEndpoints(document: unknown, change: (endpoint: unknown) => unknown): unknown {
	if (!isObject(document) || !Array.isArray(document.endpoints)) return document;
	return { ...document, endpoints: endpointsIn(document).map(change) };
}
