/** New values of some fields; the kind stays. */
export type PatchOf<Draft> = { readonly [P in keyof Draft as Exclude<P, 'kind'>]?: Draft[P] };

/** The part of a draft that a group of fields shows, and a function to change it. */
export interface FormPart<Draft> {
	readonly draft: Draft;
	/** Changes fields; `path` is the path for an error of the change. */
	readonly change: (path: string, patch: PatchOf<Draft>) => void;
	/** The sentence to show at a path: once it was changed, or after an attempt to submit. */
	readonly error: (path: string) => string | undefined;
}
