import { z } from 'zod';
import { create } from 'zustand';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import {
	changeOfView,
	EMPTY_VIEW,
	joinedChanges,
	type KeptChange,
	type KeptView,
	keptChangeSchema,
	keptViewSchema,
} from '../../../../common/workspace/kept-view.ts';
import { words } from '../../../words/index.ts';
import { session } from '../host/session.ts';
import { toastError } from '../window/toasts.ts';
import { useWorkspace } from './workspace.ts';

/** A view to show again: after a reload, a restart, or the opening of a workspace. */
export interface Restored {
	readonly view: KeptView;
	/** Events of an earlier run were shown, which are not in the live capture. */
	readonly earlier: boolean;
	/** The page has just been loaded. */
	readonly first: boolean;
}

interface Part {
	/** What it shows now. */
	collect(): Partial<KeptView>;
	restore?(restored: Restored): void;
}

/** The view that was restored last; undefined before. */
export const useRestored = create<{ readonly restored: Restored | undefined }>()(() => ({ restored: undefined }));

/** Milliseconds from a change to its keeping: several changes at once are one. */
const KEEP_MS = 300;

/** The window's own copy, for its reload: another window may have shown something else since. */
const OWN = 'wirebench.view';

const parts = new Set<Part>();
/** The workspace that the view is of; undefined until its view was restored. */
let opened: string | undefined;
let kept: KeptView = EMPTY_VIEW;
/** What the host has not confirmed: a reload can come before its answer, and the change be lost. */
let unsent: KeptChange | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Adds a part of the window to what is kept. Returns a function that removes it. */
export function contributeToView(part: Part): () => void {
	parts.add(part);
	const { restored } = useRestored.getState();
	if (restored !== undefined) part.restore?.(restored);
	return () => {
		keepNow();
		parts.delete(part);
	};
}

/** To be called after a part has changed: keeps it soon. */
export function viewChanged(): void {
	if (opened !== undefined) timer ??= setTimeout(keepNow, KEEP_MS);
}

/** Keeps what has changed, for a reload of this window and for the next run. */
export function keepNow(): void {
	clearTimeout(timer);
	timer = undefined;
	if (opened === undefined || opened !== useWorkspace.getState().opened) return;
	const now = Object.assign({}, kept, ...[...parts].map((part) => part.collect()));
	const change = changeOfView(kept, now);
	if (change === undefined) return;
	kept = now;
	unsent = unsent === undefined ? change : joinedChanges(unsent, change);
	send(opened, unsent);
}

/** Keeps a change on the host, and here until the host has it. */
function send(workspace: string, change: KeptChange): void {
	storeOwn({ opened: workspace, view: kept, unsent: change });
	session.call('viewKeep', { opened: workspace, change }).then(
		() => {
			if (unsent !== change) return;
			unsent = undefined;
			storeOwn({ opened: workspace, view: kept });
		},
		(error: unknown) => {
			// A lost connection is shown elsewhere; the window's own copy remains.
			if (error instanceof WirebenchError && error.code === 'disk') toastError(words().notices.draftsNotKept, error);
		},
	);
}

/** Shows the view that is kept of the open workspace again. */
export async function restoreView(): Promise<void> {
	const wanted = useWorkspace.getState().opened;
	const first = opened === undefined;
	const { view, earlier } = await session.call('viewRecall', {});
	// Another one was opened meanwhile, and is restored next.
	if (wanted !== useWorkspace.getState().opened) return;
	const own = ownView(wanted);
	kept = own?.view ?? view;
	const restored = { view: kept, earlier, first };
	useRestored.setState({ restored });
	for (const part of parts) part.restore?.(restored);
	opened = wanted;
	unsent = own?.unsent;
	if (wanted !== undefined && unsent !== undefined) send(wanted, unsent);
}

function storeOwn(own: OwnView & { readonly opened: string }): void {
	try {
		sessionStorage.setItem(OWN, JSON.stringify(own));
	} catch (error) {
		// There is no room for it: the host has it all the same.
		if (!(error instanceof DOMException)) throw error;
		sessionStorage.removeItem(OWN);
	}
}

interface OwnView {
	readonly view: KeptView;
	/** The changes that the host may lack. */
	readonly unsent?: KeptChange | undefined;
}

const ownViewSchema = z.object({ opened: z.string(), view: keptViewSchema, unsent: keptChangeSchema.optional() });

/** This window's view of this workspace in this run. */
function ownView(wanted: string): OwnView | undefined {
	const text = sessionStorage.getItem(OWN);
	const own = text === null ? undefined : ownViewSchema.safeParse(JSON.parse(text)).data;
	return own?.opened === wanted ? own : undefined;
}
