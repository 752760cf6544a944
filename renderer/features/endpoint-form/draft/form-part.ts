import type { EndpointDraft } from './draft.ts';

/** What the parts of the form share. */
export interface FormPart {
	readonly draft: EndpointDraft;
	/** Changes fields; `path` is the path for an error of the change. */
	readonly change: (path: string, patch: Partial<EndpointDraft>) => void;
	/** The sentence to show at a path: once it was changed, or after an attempt to submit. */
	readonly error: (path: string) => string | undefined;
}
