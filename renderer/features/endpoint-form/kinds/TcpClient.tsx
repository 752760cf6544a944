import { optionsOf } from '../../../../common/endpoints/index.ts';
import { type AnswersDraft, answersDraft, answersInput } from '../draft/answers-draft.ts';
import { streamErrors } from '../draft/compile-errors.ts';
import { type StreamFramingDraft, streamFramingDraft, streamFramingInput } from '../draft/framing-draft.ts';
import { type OptionsDraft, optionsDraft, optionsInput } from '../draft/options-draft.ts';
import {
	type AnyDraft,
	type ConnectDraft,
	connectDraft,
	connectInput,
	type HostDraft,
	hostDraft,
	hostInput,
	type LocalDraft,
	type LossReportDraft,
	localDraft,
	localInput,
	type NoDelayDraft,
	type PeerEndDraft,
	placeOf,
	type ReconnectDraft,
	reconnectDraft,
	reconnectInput,
} from '../draft/parts.ts';
import { type TlsDraft, tlsDraft, tlsInput } from '../draft/tls-draft.ts';
import { type UpstreamProxyDraft, upstreamProxyDraft, upstreamProxyInput } from '../draft/upstream-proxy-draft.ts';
import { ConnectTargets, HostFields, NameField } from '../fields/AddressFields.tsx';
import { ClientFields, ReconnectFields } from '../fields/ClientFields.tsx';
import { MoreOptions, NoDelayField, PeerEndField } from '../fields/MoreOptions.tsx';
import { UpstreamProxyFields } from '../fields/UpstreamProxyFields.tsx';
import { FramingFields } from '../framing/FramingFields.tsx';
import { ResponderFields } from '../rules/ResponderFields.tsx';
import { OptionsSection } from '../socket-options/OptionsSection.tsx';
import { TlsFields } from '../tls/TlsFields.tsx';
import type { FieldsPart, FormKind } from './kind.ts';

interface Draft
	extends AnyDraft,
		HostDraft,
		ConnectDraft,
		LocalDraft,
		UpstreamProxyDraft,
		ReconnectDraft,
		StreamFramingDraft,
		AnswersDraft,
		PeerEndDraft,
		NoDelayDraft,
		LossReportDraft {
	readonly kind: 'tcp-client';
	readonly options: OptionsDraft;
	readonly tls: TlsDraft;
}

export const tcpClient: FormKind<'tcp-client', Draft> = {
	draft: (config) => ({
		kind: config.kind,
		name: config.name,
		...hostDraft(config),
		...connectDraft(config),
		...localDraft(config),
		...upstreamProxyDraft(config.via),
		...reconnectDraft(config.reconnect),
		tls: tlsDraft('client', config.tls),
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
		...connectInput(draft),
		...localInput(draft),
		via: upstreamProxyInput(draft),
		reconnect: reconnectInput(draft),
		tls: tlsInput('client', draft.tls),
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
			<ConnectTargets {...part} />
			<TlsFields {...part} side="client" to={placeOf(part.draft.host, part.draft.port)} />
			<FramingFields {...part} />
			<ResponderFields {...part} />
			<MoreOptions grid={<PeerEndField {...part} />}>
				<ClientFields {...part} />
				<UpstreamProxyFields {...part} />
				<ReconnectFields {...part} />
				<NoDelayField {...part} />
			</MoreOptions>
			<OptionsSection {...part} />
		</>
	);
}
