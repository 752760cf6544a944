import { create } from 'zustand';
import type { EndpointConfig } from '../../../../common/endpoints/index.ts';
import { isAtOrBelow } from '../draft/errors.ts';
import { type DraftPatch, draftOf, type EndpointDraft } from '../kinds/index.tsx';

/** A form that is being filled in. It survives the dialog, so that closing loses nothing. */
export interface FormState {
	readonly draft: EndpointDraft;
	/** Changed paths: errors at them and below them show. */
	readonly touched: ReadonlySet<string>;
	/** After an attempt to submit, all errors show. */
	readonly tried: boolean;
}

/** The key of the form for a new endpoint; those of existing ones are their ids. */
export const NEW = 'new';

interface Forms {
	readonly forms: ReadonlyMap<string, FormState>;
}

export const useForms = create<Forms>()(() => ({ forms: new Map() }));

export function beginForm(key: string, config: EndpointConfig): void {
	put(key, { draft: draftOf(config), touched: new Set(), tried: false });
}

/** Changes fields of the draft; `path` is the path for an error of the change. */
export function changeForm(key: string, path: string, patch: DraftPatch): void {
	const form = useForms.getState().forms.get(key);
	if (form === undefined) return;
	put(key, { ...form, draft: { ...form.draft, ...patch }, touched: new Set(form.touched).add(path) });
}

/** Whether an error at the path is shown. */
export function isTouched({ touched, tried }: FormState, path: string): boolean {
	return tried || [...touched].some((changed) => isAtOrBelow(path, changed));
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
