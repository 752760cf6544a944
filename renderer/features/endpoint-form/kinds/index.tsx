import type { ConfigOf, EndpointKind } from '../../../../common/endpoints/index.ts';
import { CharsetField } from '../fields/CharsetField.tsx';
import type { FieldsPart } from './kind.ts';
import { type DraftOf, FORM_KINDS, type FormKinds } from './table.ts';

export type EndpointDraft = DraftOf;

type Common<T> = (T extends unknown ? (one: T) => void : never) extends (all: infer All) => void ? All : never;

/** A change of some fields of a draft, whatever its kind. */
export type DraftPatch = Partial<
	Common<EndpointDraft extends infer D ? (D extends unknown ? Omit<D, 'kind'> : never) : never>
>;

const forms: FormKinds = FORM_KINDS;

/** The draft of a config. */
export function draftOf<K extends EndpointKind>(config: ConfigOf<K>): DraftOf<K> {
	return { ...forms[config.kind].draft(config), charset: config.charset };
}

/** A draft in the shape of a config; the schema still has to validate its values. */
export function inputOf<K extends EndpointKind>(draft: DraftOf<K>): object {
	return { ...forms[draft.kind].input(draft), charset: draft.charset?.trim() || undefined };
}

/** Faults that only compiling a config reveals, by path. */
export function errorsOf<K extends EndpointKind>(config: ConfigOf<K>): ReadonlyMap<string, string> {
	return forms[config.kind].errors(config);
}

/** All settings of an endpoint of the draft's kind. */
export function KindFields<K extends EndpointKind>(part: FieldsPart<DraftOf<K>>) {
	const { Fields } = forms[part.draft.kind];
	return (
		<>
			<Fields {...part} />
			<CharsetField {...part} />
		</>
	);
}
