import { optionsOf } from '../../../../common/endpoints/index.ts';
import { type AnswersDraft, answersDraft, answersInput } from '../draft/answers-draft.ts';
import { streamErrors } from '../draft/compile-errors.ts';
import { type StreamFramingDraft, streamFramingDraft, streamFramingInput } from '../draft/framing-draft.ts';
import { type OptionsDraft, optionsDraft, optionsInput } from '../draft/options-draft.ts';
import {
	type AnyDraft,
	type BacklogDraft,
	backlogDraft,
	backlogInput,
	type LossReportDraft,
	type PathDraft,
	type PeerEndDraft,
	type ServeDraft,
} from '../draft/parts.ts';
import { NameField, PathField } from '../fields/AddressFields.tsx';
import { BacklogField, MoreOptions, PeerEndField, ServeField } from '../fields/MoreOptions.tsx';
import { FramingFields } from '../framing/FramingFields.tsx';
import { ResponderFields } from '../rules/ResponderFields.tsx';
import { OptionsSection } from '../socket-options/OptionsSection.tsx';
import type { FieldsPart, FormKind } from './kind.ts';

interface Draft
	extends AnyDraft,
		PathDraft,
		StreamFramingDraft,
		AnswersDraft,
		BacklogDraft,
		ServeDraft,
		PeerEndDraft,
		LossReportDraft {
	readonly kind: 'unix-server';
	readonly options: OptionsDraft;
}

export const unixServer: FormKind<'unix-server', Draft> = {
	draft: (config) => ({
		kind: config.kind,
		name: config.name,
		path: config.path,
		...backlogDraft(config),
		serve: config.serve,
		...streamFramingDraft(config),
		...answersDraft(config.responder),
		afterPeerEnd: config.afterPeerEnd,
		options: optionsDraft(optionsOf(config)),
		ledger: config.ledger,
	}),
	input: (draft) => ({
		kind: draft.kind,
		name: draft.name,
		path: draft.path,
		...backlogInput(draft),
		serve: draft.serve,
		...streamFramingInput(draft),
		responder: answersInput(draft),
		afterPeerEnd: draft.afterPeerEnd,
		options: optionsInput(draft.kind, draft.options),
		ledger: draft.ledger,
	}),
	errors: streamErrors,
	Fields,
};

function Fields(part: FieldsPart<Draft>) {
	return (
		<>
			<NameField {...part} />
			<PathField {...part} />
			<FramingFields {...part} />
			<ResponderFields {...part} />
			<MoreOptions
				grid={
					<>
						<PeerEndField {...part} />
						<ServeField {...part} />
						<BacklogField {...part} />
					</>
				}
			/>
			<OptionsSection {...part} />
		</>
	);
}
