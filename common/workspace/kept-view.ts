import { z } from 'zod';
import { endpointIdSchema } from '../contract/base/address.ts';
import { LIMITS } from '../contract/base/limits.ts';
import { listedMessagesSchema } from '../contract/config/listed-messages.ts';
import { same } from '../json/without-defaults.ts';
import { folderSchema } from '../payload/saved.ts';
import { CHARSETS, CHECKSUMS, LINE_ENDINGS, writtenBytesSchema } from '../payload/schema.ts';

/** The views of the traffic, in the order of the choice. */
export const CENTRE_VIEWS = ['log', 'conversation', 'sequence', 'socket', 'statistics'] as const;

/** A message that is not sent yet. */
export const keptDraftSchema = writtenBytesSchema.extend({
	lineEnding: z.enum(LINE_ENDINGS),
	/** Absent: that of the target. */
	charset: z.enum(CHARSETS).optional(),
	checksum: z.enum(CHECKSUMS),
	template: z.boolean(),
	/** Text that looks like bytes in hex is text. */
	keepText: z.boolean().optional(),
	/** Destination of a UDP socket as typed; empty for its configured one. */
	to: z.string().max(LIMITS.nameChars),
});
type KeptDraft = z.infer<typeof keptDraftSchema>;

/** The target of a draft: empty, an endpoint, or `ENDPOINT#CONNECTION`. */
const draftKey = z.string().max(LIMITS.nameChars);
const connection = z.number().int().min(1).nullable();
const endpoint = endpointIdSchema.nullable();
/** An event's position in the capture, or a row's in the list. */
const position = z.number().int().min(0).nullable();

const PARTS = {
	/** Where the composer sends to. */
	target: z.object({ endpoint: endpointIdSchema, connection }).nullable(),
	/** The filter of the log; empty: none. */
	filter: z.string().max(LIMITS.filterChars),
	centre: z.enum(CENTRE_VIEWS),
	selection: z.object({ endpoint, connection, event: position }),
	/** The capture that the event and the row belong to; null: none. */
	capture: z.string().max(LIMITS.idChars).nullable(),
	/** The first visible row of the log; null: it follows the last one. */
	row: position,
};

/** Closed folders that are kept at most. */
const MOST_FOLDED = 1000;
/** Folders of the endpoints that are closed. */
const folded = z.array(folderSchema).max(MOST_FOLDED);

/** What the log lists: reads as they are, or messages, with framings that are tried in place of those of endpoints. */
const listed = z.object({
	as: z.enum(['messages', 'reads']),
	tried: listedMessagesSchema.shape.tried.unwrap(),
});
export interface Listed {
	readonly as: z.infer<typeof listed>['as'];
	readonly tried: readonly z.infer<typeof listed>['tried'][number][];
}

/** What a window shows of a workspace, and what is typed in it. It is kept on this machine, beside the workspace. */
export const keptViewSchema = z.object({
	drafts: z.record(draftKey, keptDraftSchema),
	...PARTS,
	// Views that an earlier version has kept have neither.
	folded: folded.default([]),
	listed: listed.default({ as: 'reads', tried: [] }),
});
export type KeptView = z.infer<typeof keptViewSchema>;

/** The parts that have changed; a draft that is null is over. */
export const keptChangeSchema = z
	.object({ drafts: z.record(draftKey, keptDraftSchema.nullable()), ...PARTS, folded, listed })
	.partial();
export type KeptChange = z.infer<typeof keptChangeSchema>;

/** Of a workspace that no window has shown yet. */
export const EMPTY_VIEW: KeptView = {
	drafts: {},
	target: null,
	filter: '',
	centre: 'log',
	selection: { endpoint: null, connection: null, event: null },
	capture: null,
	row: null,
	folded: [],
	listed: { as: 'reads', tried: [] },
};

/** Drafts that are kept at most: those changed last. */
const MOST_DRAFTS = 200;

/** The view with a change. Several windows change different drafts, so that none takes another's. */
export function withChange(view: KeptView, { drafts = {}, ...parts }: KeptChange): KeptView {
	const others = Object.entries(view.drafts).filter(([key]) => !Object.hasOwn(drafts, key));
	const changed = Object.entries(drafts).filter((entry): entry is [string, KeptDraft] => entry[1] !== null);
	const given = Object.entries(parts).filter(([, value]) => value !== undefined);
	return {
		...view,
		...Object.fromEntries(given),
		drafts: Object.fromEntries([...others, ...changed].slice(-MOST_DRAFTS)),
	};
}

/** Two changes as one: what the later one says counts. */
export function joinedChanges(first: KeptChange, later: KeptChange): KeptChange {
	const drafts = { ...first.drafts, ...later.drafts };
	return { ...first, ...later, ...(Object.keys(drafts).length === 0 ? {} : { drafts }) };
}

/** The change that leads from one view to another; undefined where they are the same. */
export function changeOfView(before: KeptView, after: KeptView): KeptChange | undefined {
	const drafts: Record<string, KeptDraft | null> = {};
	for (const key of Object.keys(before.drafts)) if (!Object.hasOwn(after.drafts, key)) drafts[key] = null;
	for (const [key, draft] of Object.entries(after.drafts)) {
		if (!same(before.drafts[key], draft)) drafts[key] = draft;
	}
	const { drafts: _drafts, ...parts } = after;
	const { drafts: _before, ...was } = before;
	const known: Readonly<Record<string, unknown>> = was;
	const changed = Object.entries(parts).filter(([key, value]) => !same(known[key], value));
	const change = {
		...Object.fromEntries(changed),
		...(Object.keys(drafts).length === 0 ? {} : { drafts }),
	};
	return Object.keys(change).length === 0 ? undefined : keptChangeSchema.parse(change);
}

/**
 * What is left of a view in another run: its connections and its capture have ended. A draft for a connection becomes
 * that of its endpoint where that one has none.
 */
export function inNextRun(view: KeptView): KeptView {
	const { target, selection } = view;
	const drafts: Record<string, KeptDraft> = {};
	// Those of endpoints first: they have priority.
	for (const [key, draft] of Object.entries(view.drafts).toSorted(([a], [b]) => rank(a) - rank(b))) {
		const [id = ''] = key.split('#');
		if ((drafts[id]?.text ?? '') === '') drafts[id] = draft;
	}
	return {
		...view,
		drafts,
		target: target === null ? null : { ...target, connection: null },
		selection: { ...selection, connection: null, event: null },
		capture: null,
		row: null,
	};
}

const rank = (key: string) => (key.includes('#') ? 1 : 0);
