import type { SavedPayload } from '../../../../common/payload/saved.ts';
import { EMPTY_DRAFT, type ReadDraft } from '../draft/drafts.ts';

/** How a payload is listed, and its key. */
type Listing = Pick<SavedPayload, 'name' | 'folder' | 'shortcut'>;
type Content = Omit<SavedPayload, keyof Listing>;

/** What the composer holds, as a payload's. A text without double braces is the same with and without templates. */
export function contentOf({ format, text, charset, lineEnding, checksum, template }: ReadDraft): Content {
	const checksums = checksum === 'none' ? [] : [checksum];
	return { format, text, charset, lineEnding, checksums, template: template || !text.includes('{{') };
}

/** A payload with the content of this or another. */
export function listedAs({ name, folder, shortcut }: Listing, content: Content & Partial<Listing>): SavedPayload {
	const { folder: _before, shortcut: _key, ...kept } = content;
	return {
		...kept,
		name,
		...(folder === undefined ? {} : { folder }),
		...(shortcut === undefined ? {} : { shortcut }),
	};
}

/** A payload as what the composer holds. */
export function draftOfPayload({ format, text, charset, lineEnding, checksums, template }: SavedPayload): ReadDraft {
	const [checksum = 'none'] = checksums;
	return {
		...EMPTY_DRAFT,
		format,
		text,
		charset,
		lineEnding,
		checksum,
		template: template && text.includes('{{'),
		keepText: true,
	};
}

/** The lowest digit that no payload has; undefined where all are taken. */
export function freeShortcut(payloads: readonly SavedPayload[]): number | undefined {
	const taken = new Set(payloads.map(({ shortcut }) => shortcut));
	return [1, 2, 3, 4, 5, 6, 7, 8, 9].find((digit) => !taken.has(digit));
}

/** Payloads by folder, each folder where its first one stands; those without a folder come first. */
export function byFolder(
	payloads: readonly SavedPayload[],
): { folder: string | undefined; payloads: SavedPayload[] }[] {
	const groups = new Map<string | undefined, SavedPayload[]>([[undefined, []]]);
	for (const payload of payloads) groups.set(payload.folder, [...(groups.get(payload.folder) ?? []), payload]);
	return [...groups].map(([folder, list]) => ({ folder, payloads: list })).filter((group) => group.payloads.length > 0);
}
