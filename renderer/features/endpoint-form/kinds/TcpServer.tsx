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
	type HostDraft,
	hostDraft,
	hostInput,
	type LossReportDraft,
	type NoDelayDraft,
	type PeerEndDraft,
	type ServeDraft,
} from '../draft/parts.ts';
import { type TlsDraft, tlsDraft, tlsInput } from '../draft/tls-draft.ts';
import { HostFields, NameField } from '../fields/AddressFields.tsx';
import { BacklogField, MoreOptions, NoDelayField, PeerEndField, ServeField } from '../fields/MoreOptions.tsx';
import { FramingFields } from '../framing/FramingFields.tsx';
import { ResponderFields } from '../rules/ResponderFields.tsx';
import { OptionsSection } from '../socket-options/OptionsSection.tsx';
import { TlsFields } from '../tls/TlsFields.tsx';
import type { FieldsPart, FormKind } from './kind.ts';

interface Draft
	extends AnyDraft,
		HostDraft,
		StreamFramingDraft,
		AnswersDraft,
		BacklogDraft,
		ServeDraft,
		PeerEndDraft,
		NoDelayDraft,
		LossReportDraft {
	readonly kind: 'tcp-server';
	readonly options: OptionsDraft;
	readonly tls: TlsDraft;
}

export const tcpServer: FormKind<'tcp-server', Draft> = {
	draft: (config) => ({
		kind: config.kind,
		name: config.name,
		...hostDraft(config),
		...backlogDraft(config),
		serve: config.serve,
		tls: tlsDraft('server', config.tls),
		...streamFramingDraft(config),
		...answersDraft(config.responder),
		afterPeerEnd: config.afterPeerEnd,
		noDelay: config.noDelay,
		options: optionsDraft(optionsOf(config)),
		ledger: config.ledger,
	}),
	input: (draft) => ({
		kind: draft.kind,
		name: draft.name,
		...hostInput(draft),
		...backlogInput(draft),
		serve: draft.serve,
		tls: tlsInput('server', draft.tls),
		...streamFramingInput(draft),
		responder: answersInput(draft),
		afterPeerEnd: draft.afterPeerEnd,
		noDelay: draft.noDelay,
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
			<HostFields {...part} />
			<TlsFields {...part} side="server" />
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
			>
				<NoDelayField {...part} />
			</MoreOptions>
			<OptionsSection {...part} />
		</>
	);
}
