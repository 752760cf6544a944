import type { ReactNode } from 'react';
import type { ConfigOf, ENDPOINTS, EndpointKind } from '../../../../common/endpoints/index.ts';
import type { FormPart } from '../draft/form-part.ts';
import type { UncheckedFields } from '../draft/numbers.ts';
import type { AnyDraft } from '../draft/parts.ts';

type Input<K extends EndpointKind> = (typeof ENDPOINTS)[K]['blank'];

/** The fields of a kind's form. `edit`: the edited endpoint; undefined for a new one. */
export type FieldsPart<Draft> = FormPart<Draft> & { readonly edit: string | undefined };

/** The form of a kind: its fields, its draft, and its faults. */
export interface FormKind<K extends EndpointKind, Draft extends AnyDraft & { readonly kind: K }> {
	/** The draft of a config. */
	readonly draft: (config: ConfigOf<K>) => Draft;
	/** A draft in the shape of a config; the schema still has to validate its values. */
	readonly input: (draft: Draft) => { readonly kind: K } & UncheckedFields<Input<K>>;
	/** Faults that only compiling a config reveals, by path. */
	readonly errors: (config: ConfigOf<K>) => ReadonlyMap<string, string>;
	readonly Fields: (part: FieldsPart<Draft>) => ReactNode;
}
