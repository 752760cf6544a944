import { optionsOf } from '../../../../common/endpoints/index.ts';
import { charsetOf } from '../../../../common/payload/index.ts';
import { type AnswersDraft, answersDraft, answersInput } from '../draft/answers-draft.ts';
import { responderErrors } from '../draft/compile-errors.ts';
import { type OptionsDraft, optionsDraft, optionsInput } from '../draft/options-draft.ts';
import {
	type AnyDraft,
	type FamilyDraft,
	familyInput,
	type HostDraft,
	hostDraft,
	hostInput,
	type LossReportDraft,
	type RemoteDraft,
	remoteDraft,
	remoteInput,
} from '../draft/parts.ts';
import {
	type RequestListDraft,
	requestListDraft,
	requestListErrors,
	requestListInput,
} from '../draft/request-list-draft.ts';
import { DestinationFields, HostFields, NameField } from '../fields/AddressFields.tsx';
import { RequestListFields } from '../fields/RequestListFields.tsx';
import { ResponderFields } from '../rules/ResponderFields.tsx';
import { OptionsSection } from '../socket-options/OptionsSection.tsx';
import type { FieldsPart, FormKind } from './kind.ts';

interface Draft extends AnyDraft, HostDraft, FamilyDraft, RemoteDraft, AnswersDraft, LossReportDraft {
	readonly kind: 'udp';
	readonly asks: RequestListDraft;
	readonly options: OptionsDraft;
}

export const udp: FormKind<'udp', Draft> = {
	draft: (config) => ({
		kind: config.kind,
		name: config.name,
		...hostDraft(config),
		family: config.family ?? 'any',
		...remoteDraft(config.remote),
		asks: requestListDraft(config.asks, charsetOf(config)),
		...answersDraft(config.responder),
		options: optionsDraft(optionsOf(config)),
		ledger: config.ledger,
	}),
	input: (draft) => ({
		kind: draft.kind,
		name: draft.name,
		...hostInput(draft),
		...familyInput(draft),
		remote: remoteInput(draft),
		asks: requestListInput(draft.asks),
		responder: answersInput(draft),
		options: optionsInput(draft.kind, draft.options),
		ledger: draft.ledger,
	}),
	errors: (config) => new Map([...responderErrors(config), ...requestListErrors(config)]),
	Fields,
};

function Fields(part: FieldsPart<Draft>) {
	return (
		<>
			<NameField {...part} />
			<HostFields {...part} />
			<DestinationFields {...part} />
			<RequestListFields {...part} />
			<ResponderFields {...part} />
			<OptionsSection {...part} />
		</>
	);
}
