/** New values of some fields; the kind stays. */
export type PatchOf<Draft> = { readonly [P in keyof Draft as Exclude<P, 'kind'>]?: Draft[P] };

/** What a group of fields needs of the form: the part of the draft that it shows, and the way to change it. */
export interface FormPart<Draft> {
	readonly draft: Draft;
	/** Changes fields; `path` is where an error of the change would be. */
	readonly change: (path: string, patch: PatchOf<Draft>) => void;
	/** The sentence to show at a path: as soon as it was touched, or when the form was tried. */
	readonly error: (path: string) => string | undefined;
}
