import { create } from 'zustand';
import type { EndpointState } from '../../../../common/contract/calls/workbench.ts';
import type { EndpointConfig } from '../../../../common/endpoints/index.ts';
import { isOwnName } from '../../../app/shared/names.ts';
import { useWorkbench } from '../../../app/state/endpoints/workbench.ts';
import { isAtOrBelow } from '../draft/errors.ts';
import { type DraftPatch, draftOf, type EndpointDraft } from '../kinds/index.tsx';
import { encryptsToward, namedAnew, secureTarget, withEncryption } from './follow.ts';

/** A form that is being filled in. It survives the dialog, so that closing loses nothing. */
export interface FormState {
	readonly draft: EndpointDraft;
	/** Changed paths. */
	readonly touched: ReadonlySet<string>;
	/** Changed paths whose field was left since: errors at them and below them show. */
	readonly left: ReadonlySet<string>;
	/** After an attempt to submit, all errors show. */
	readonly tried: boolean;
	/** The name follows what it names: no person has chosen it. */
	readonly namesItself: boolean;
	/** TLS is on because of the target, and goes off with it. */
	readonly encryptsItself: boolean;
}

/** The key of the form for a new endpoint; those of existing ones are their ids. */
export const NEW = 'new';

interface Forms {
	readonly forms: ReadonlyMap<string, FormState>;
}

export const useForms = create<Forms>()(() => ({ forms: new Map() }));

const othersOf = (key: string): EndpointState[] =>
	[...useWorkbench.getState().endpoints.values()].filter(({ id }) => id !== key);

export function beginForm(key: string, config: EndpointConfig): void {
	const draft = draftOf(config);
	const others = othersOf(key);
	put(key, {
		draft,
		touched: new Set(),
		left: new Set(),
		tried: false,
		namesItself: !isOwnName(config, others),
		encryptsItself: encryptsToward(draft) === true && secureTarget(draft, others) !== undefined,
	});
}

/** Changes fields of the draft; `path` is the path for an error of the change. */
export function changeForm(key: string, path: string, patch: DraftPatch): void {
	const form = useForms.getState().forms.get(key);
	if (form === undefined) return;
	const touched = new Set(form.touched).add(path);
	put(key, followed(key, { ...form, draft: { ...form.draft, ...patch }, touched }));
}

/** What follows the rest: the name, and TLS towards the target, each until a person has changed it. */
function followed(key: string, form: FormState): FormState {
	const others = othersOf(key);
	const namesItself = form.namesItself && !form.touched.has('name');
	const named = namesItself ? namedAnew(form.draft, others) : form.draft;
	const chosen = form.touched.has('tls') || form.touched.has('targetTls');
	const secure = secureTarget(named, others) !== undefined;
	const encrypts = encryptsToward(named);
	const switches = !chosen && encrypts !== undefined && encrypts !== secure && (secure || form.encryptsItself);
	if (!switches) return { ...form, draft: named, namesItself };
	return { ...form, draft: withEncryption(named, secure), namesItself, encryptsItself: secure };
}

/** A field of the form was left: what was changed until now may be reported, also while it is corrected. */
export function fieldLeft(key: string): void {
	const form = useForms.getState().forms.get(key);
	if (form !== undefined && form.left.size < form.touched.size) put(key, { ...form, left: form.touched });
}

/** Whether an error at the path is shown. */
export function showsErrors({ left, tried }: FormState, path: string): boolean {
	return tried || [...left].some((changed) => isAtOrBelow(path, changed));
}

export function markTried(key: string): void {
	const form = useForms.getState().forms.get(key);
	if (form !== undefined) put(key, { ...form, tried: true });
}

export function dropForm(key: string): void {
	const forms = new Map(useForms.getState().forms);
	if (forms.delete(key)) useForms.setState({ forms });
}

/** Discards an untouched form; one with input is kept for the next time. */
export function leaveForm(key: string): void {
	if (useForms.getState().forms.get(key)?.touched.size === 0) dropForm(key);
}

function put(key: string, form: FormState): void {
	useForms.setState(({ forms }) => ({ forms: new Map(forms).set(key, form) }));
}
