import type { HelpPlace } from '../../app/state/window/help.ts';
import { hasDocument, PICTURES } from './documents.ts';

/** Where a link of a document leads within the help; undefined for everything else. */
export function placeOf(href: string, from: string): HelpPlace | undefined {
	if (/^[a-z]+:/i.test(href)) return undefined;
	const { path: document, hash } = pathOf(href, from);
	if (!hasDocument(document)) return undefined;
	return hash === '' ? { document } : { document, part: decodeURIComponent(hash.slice(1)) };
}

/** The address of a picture of a document; undefined where the help does not have it. */
export function pictureAt(src: string, from: string): string | undefined {
	return PICTURES.get(pathOf(src, from).path);
}

function pathOf(href: string, from: string): { readonly path: string; readonly hash: string } {
	const { pathname, hash } = new URL(href, `docs:/${from}`);
	return { path: pathname.replace(/^\/+/, ''), hash };
}
