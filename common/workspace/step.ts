import { same } from '../json/without-defaults.ts';
import { workspaceChanges } from '../words/en/workspace/workspace-changes.ts';
import type { Texts } from '../words/locale/texts.ts';
import type { Workspace } from './schema.ts';

/** What a change of a workspace did: to one endpoint of this name, to this many endpoints, or to another part of this name. */
export interface WorkspaceChange {
	readonly what: (typeof WORKSPACE_CHANGES)[number];
	readonly name: string;
}

export const WORKSPACE_CHANGES = ['add', 'remove', 'edit', 'move', 'several', 'part'] as const;

type Endpoint = Workspace['endpoints'][number];

/** Compares a workspace before and after; undefined where nothing has changed. */
export function changeBetween(before: Workspace, after: Workspace): WorkspaceChange | undefined {
	return endpointChange(before.endpoints, after.endpoints) ?? partChange(before, after);
}

function endpointChange(before: readonly Endpoint[], after: readonly Endpoint[]): WorkspaceChange | undefined {
	const was = new Map(before.map((endpoint) => [endpoint.id, endpoint]));
	const is = new Map(after.map((endpoint) => [endpoint.id, endpoint]));
	const added = after.filter(({ id }) => !was.has(id)).map(({ name }) => ({ what: 'add', name }) as const);
	const removed = before.filter(({ id }) => !is.has(id)).map(({ name }) => ({ what: 'remove', name }) as const);
	const edited = after
		.filter((endpoint) => was.has(endpoint.id) && !same(was.get(endpoint.id), endpoint))
		.map(({ name }) => ({ what: 'edit', name }) as const);
	const [change, ...others] = [...added, ...removed, ...edited];
	if (others.length > 0) return { what: 'several', name: String(others.length + 1) };
	return change ?? moveBetween(before, after);
}

/** Only the order may differ. */
function moveBetween(before: readonly Endpoint[], after: readonly Endpoint[]): WorkspaceChange | undefined {
	const at = before.findIndex(({ id }, place) => id !== after[place]?.id);
	const [was, is] = [before[at], after[at]];
	if (was === undefined || is === undefined) return undefined;
	// The one that moved: without it the order is the same.
	const without = (list: readonly Endpoint[], gone: Endpoint) =>
		list.map(({ id }) => id).filter((id) => id !== gone.id);
	const moved = [is, was].find((one) => same(without(before, one), without(after, one)));
	return { what: 'move', name: (moved ?? is).name };
}

function partChange(before: Workspace, after: Workspace): WorkspaceChange | undefined {
	// No person has changed where editors find the schema.
	const { endpoints: _before, $schema: _was, ...was } = before;
	const { endpoints: _after, $schema: _is, ...is } = after;
	const parts: Readonly<Record<string, unknown>> = was;
	const changed = Object.entries(is).find(([key, value]) => !same(parts[key], value));
	return changed === undefined ? undefined : { what: 'part', name: changed[0] };
}

/** The words of changes in a language. */
type ChangeWords = Texts<typeof workspaceChanges>;

/** A change for people, as the end of *Undo*: `Remove echo`. */
export function changeWords({ what, name }: WorkspaceChange, words: ChangeWords = workspaceChanges): string {
	const parts: Readonly<Record<string, string>> = words.parts;
	return words.what[what](what === 'part' ? (parts[name] ?? name) : name);
}
