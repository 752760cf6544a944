import { create } from 'zustand';
import { type ErrorDetails, WirebenchError } from '../../../common/contract/base/errors.ts';
import { messageOf } from '../../../common/contract/base/message-of.ts';
import type { SavedPayload } from '../../../common/payload/saved.ts';
import type { CharsetName } from '../../../common/payload/schema.ts';
import { type KeptView, keptDraftSchema } from '../../../common/workspace/kept-view.ts';
import { readAddress, sendsTo } from '../../app/shared/address/address.ts';
import { contributeToView, type Restored, viewChanged } from '../../app/state/endpoints/kept-view.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { onOfferedDraft } from '../../app/state/window/composer-draft.ts';
import { type Selection, useSelection } from '../../app/state/window/selection.ts';
import { type Draft, type Drafts, draftFromBytes, EMPTY_DRAFT, withMoved } from './draft/drafts.ts';
import type { HistoryEntry } from './history/history.ts';
import { charsetOfTarget, normalTarget, type Target, targetKey } from './to/targets.ts';

/** The error of a send, kept until it is dismissed. */
export interface SendError {
	readonly message: string;
	readonly details: ErrorDetails;
}

export interface Composer {
	readonly target: Target | undefined;
	/** The address typed in place of a target, as written; undefined while there is a target. */
	readonly typed: string | undefined;
	/** By target. */
	readonly drafts: Drafts;
	/** By target. */
	readonly errors: Readonly<Record<string, SendError>>;
	/** The selected connections by endpoint; empty for all of them. */
	readonly chosen: Readonly<Record<string, readonly number[]>>;
	/** The open row below the bar. */
	readonly extra: 'connections' | 'checksum' | 'repeat' | 'file' | 'history' | 'save' | undefined;
	/** The payload that the row to save is about. */
	readonly edited: SavedPayload | undefined;
	/** As typed. */
	readonly repeat: { readonly intervalMs: string; readonly count: string };
	readonly file: { readonly path: string; readonly datagramBytes: string };
	/** The draft that bytes from elsewhere replaced. */
	readonly replaced: { readonly key: string; readonly draft: Draft } | undefined;
	/** The person wants to see all of it, also without the keyboard. */
	readonly pinned: boolean;
}

export const useComposer = create<Composer>()(() => ({
	target: undefined,
	typed: undefined,
	drafts: {},
	errors: {},
	chosen: {},
	extra: undefined,
	edited: undefined,
	repeat: { intervalMs: '1000', count: '0' },
	file: { path: '', datagramBytes: '1024' },
	replaced: undefined,
	pinned: false,
}));

/** The key of the draft without a target. */
const NOWHERE = '';

export function draftKey(target: Target | undefined): string {
	return target === undefined ? NOWHERE : targetKey(target);
}

/** The draft for the target; a new one starts with the last used format, line ending and kind of text. */
export function draftOf({ drafts, target }: Composer): Draft {
	return drafts[draftKey(target)] ?? EMPTY_DRAFT;
}

export function changeDraft(patch: Partial<Draft>): void {
	// What is written into an empty draft is recognised again.
	const fresh = patch.text === '' ? { keepText: undefined } : {};
	useComposer.setState((composer) => ({
		drafts: { ...composer.drafts, [draftKey(composer.target)]: { ...draftOf(composer), ...fresh, ...patch } },
	}));
}

/** Chooses how the text is read; text that looks like hex stays text then. */
export function chooseFormat(format: Draft['format']): void {
	changeDraft({ format, keepText: format === 'text' ? true : undefined });
}

/** What a draft keeps of a charset: that of the target is followed when it changes, another one is kept. */
function ownCharset(charset: CharsetName): CharsetName | undefined {
	const isTargets = charset === charsetOfTarget(useComposer.getState().target, useWorkbench.getState().endpoints);
	return isTargets ? undefined : charset;
}

export function chooseCharset(charset: CharsetName): void {
	changeDraft({ charset: ownCharset(charset) });
}

/** Puts what was sent before into the composer, in its charset. */
export function takeEntry(entry: HistoryEntry): void {
	changeDraft({ ...entry, charset: ownCharset(entry.charset), keepText: true });
}

/** Opens a row below the bar, or closes it. */
export function toggleExtra(extra: NonNullable<Composer['extra']>): void {
	useComposer.setState((composer) => ({ extra: composer.extra === extra ? undefined : extra, edited: undefined }));
}

function isGone(target: Target | undefined): boolean {
	if (target === undefined) return true;
	const { endpoints, connections } = useWorkbench.getState();
	return !endpoints.has(target.endpoint) || (target.connection !== undefined && !connections.has(target.connection));
}

/** Takes an address as the target. One that an open endpoint sends to stands for that endpoint. */
export function setTyped(text: string): void {
	const reading = readAddress(text);
	const [address, another] = reading.ok ? reading.addresses : [];
	const open = [...useWorkbench.getState().endpoints.values()].find(
		({ status, config }) => status === 'open' && address !== undefined && sendsTo(config, address),
	);
	setTarget(open === undefined || another !== undefined ? undefined : { endpoint: open.id });
	if (useComposer.getState().target !== undefined) return;
	useComposer.setState({ typed: address !== undefined && another === undefined ? address.text : text });
}

/** Changes the target. */
export function setTarget(target: Target | undefined): void {
	const { target: before, drafts } = useComposer.getState();
	const next = target === undefined ? undefined : normalTarget(target, useWorkbench.getState());
	const key = draftKey(next);
	useComposer.setState({ typed: undefined });
	if (key === draftKey(before)) return;
	const moved = withMoved(drafts, draftKey(before), key, isGone(before));
	const { format, lineEnding, template } = draftOf({ ...useComposer.getState(), drafts });
	useComposer.setState({
		target: next,
		drafts: moved[key] === undefined ? { ...moved, [key]: { ...EMPTY_DRAFT, format, lineEnding, template } } : moved,
	});
}

/**
 * The target follows the selection. When a connection closes, the selection falls back to its endpoint; the target
 * stays, so that a message does not go to every other connection instead.
 */
function followSelection(now: Selection, before?: Selection): void {
	if (before !== undefined && now.endpoint === before.endpoint && now.connection === before.connection) return;
	const { target, typed } = useComposer.getState();
	const fellBack = target?.connection !== undefined && now.connection === undefined && target.endpoint === now.endpoint;
	if (fellBack && isGone(target)) return;
	if (now.endpoint === undefined) {
		if (typed === undefined && isGone(target)) setTarget(undefined);
		return;
	}
	setTarget({ endpoint: now.endpoint, connection: now.connection });
}

/** The drafts that can be kept: a very long one is not. */
function keptParts(): Pick<KeptView, 'drafts' | 'target'> {
	const { drafts, target } = useComposer.getState();
	const kept = Object.entries(drafts).filter(([, draft]) => keptDraftSchema.safeParse(draft).success);
	return {
		drafts: Object.fromEntries(kept),
		target: target === undefined ? null : { endpoint: target.endpoint, connection: target.connection ?? null },
	};
}

/** Shows the drafts and the target of before. Those of another workspace, or that are gone, are not shown. */
function restore({ view, first }: Restored): void {
	const { drafts, target } = useComposer.getState();
	// The first time, what was typed before the host answered has priority.
	const typed = first ? Object.entries(drafts).filter(([, { text }]) => text !== '') : [];
	const endpoint = view.target?.endpoint;
	const known = endpoint !== undefined && useWorkbench.getState().endpoints.has(endpoint);
	useComposer.setState({
		drafts: { ...view.drafts, ...Object.fromEntries(typed) },
		target: known
			? { endpoint, connection: view.target?.connection ?? undefined }
			: isGone(target)
				? undefined
				: target,
	});
}

/** Follows the selection, accepts offered bytes and has its part of the view kept, until the returned function is called. */
export function followWindow(): () => void {
	followSelection(useSelection.getState());
	const stopSelection = useSelection.subscribe(followSelection);
	const stopOffers = onOfferedDraft(({ bytes, connection, endpoint }) => {
		const { connections, endpoints } = useWorkbench.getState();
		const alive = connections.get(connection);
		const named = [...endpoints.values()].find(({ config }) => config.name === endpoint);
		if (alive !== undefined) setTarget({ endpoint: alive.endpoint, connection });
		else if (named !== undefined) setTarget({ endpoint: named.id });
		const composer = useComposer.getState();
		const draft = draftOf(composer);
		useComposer.setState({ replaced: draft.text === '' ? undefined : { key: draftKey(composer.target), draft } });
		const charset = charsetOfTarget(composer.target, endpoints);
		const written = draftFromBytes(bytes, charset);
		changeDraft({ ...written, checksum: 'none', charset: undefined, template: false, keepText: true });
	});
	const stopView = contributeToView({ collect: keptParts, restore });
	const stopStore = useComposer.subscribe(viewChanged);
	return () => {
		stopView();
		stopStore();
		stopSelection();
		stopOffers();
	};
}

/** Restores the draft that bytes from elsewhere replaced. */
export function putBack(): void {
	const { replaced, drafts } = useComposer.getState();
	if (replaced === undefined) return;
	useComposer.setState({ drafts: { ...drafts, [replaced.key]: replaced.draft }, replaced: undefined });
}

/** Keeps the error of a send until it is dismissed. */
export function keepError(key: string, reason: unknown): void {
	const error =
		reason instanceof WirebenchError
			? { message: reason.message, details: reason.details }
			: { message: messageOf(reason), details: {} };
	useComposer.setState(({ errors }) => ({ errors: { ...errors, [key]: error } }));
}

export function dismissError(key: string): void {
	useComposer.setState(({ errors }) => {
		const { [key]: _read, ...others } = errors;
		return { errors: others };
	});
}
