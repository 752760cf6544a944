import { optionsOf } from '../../../../common/endpoints/index.ts';
import { type AnswersDraft, answersDraft, answersInput } from '../draft/answers-draft.ts';
import { streamErrors } from '../draft/compile-errors.ts';
import { type StreamFramingDraft, streamFramingDraft, streamFramingInput } from '../draft/framing-draft.ts';
import { type OptionsDraft, optionsDraft, optionsInput } from '../draft/options-draft.ts';
import {
	type AnyDraft,
	type LossReportDraft,
	type PathDraft,
	type PeerEndDraft,
	type ReconnectDraft,
	reconnectDraft,
	reconnectInput,
} from '../draft/parts.ts';
import { ConnectTargets, NameField, PathField } from '../fields/AddressFields.tsx';
import { ReconnectFields } from '../fields/ClientFields.tsx';
import { MoreOptions, PeerEndField } from '../fields/MoreOptions.tsx';
import { FramingFields } from '../framing/FramingFields.tsx';
import { ResponderFields } from '../rules/ResponderFields.tsx';
import { OptionsSection } from '../socket-options/OptionsSection.tsx';
import type { FieldsPart, FormKind } from './kind.ts';

interface Draft
	extends AnyDraft,
		PathDraft,
		ReconnectDraft,
		StreamFramingDraft,
		AnswersDraft,
		PeerEndDraft,
		LossReportDraft {
	readonly kind: 'unix-client';
	readonly options: OptionsDraft;
}

export const unixClient: FormKind<'unix-client', Draft> = {
	draft: (config) => ({
		kind: config.kind,
		name: config.name,
		path: config.path,
		...reconnectDraft(config.reconnect),
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
		reconnect: reconnectInput(draft),
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
			<ConnectTargets {...part} />
			<FramingFields {...part} />
			<ResponderFields {...part} />
			<MoreOptions grid={<PeerEndField {...part} />}>
				<ReconnectFields {...part} />
			</MoreOptions>
			<OptionsSection {...part} />
		</>
	);
}
