import { hasDocument } from './documents.ts';

/** A place in the help. */
export interface HelpPlace {
	/** A path in docs. */
	readonly document: string;
	/** The anchor of a heading; absent for the beginning. */
	readonly part?: string;
}

/** Where a link of a document leads within the help; undefined for everything else. */
export function placeOf(href: string, from: string): HelpPlace | undefined {
	if (/^[a-z]+:/i.test(href)) return undefined;
	const { pathname, hash } = new URL(href, `docs:/${from}`);
	const document = pathname.replace(/^\/+/, '');
	if (!hasDocument(document)) return undefined;
	return hash === '' ? { document } : { document, part: decodeURIComponent(hash.slice(1)) };
}
