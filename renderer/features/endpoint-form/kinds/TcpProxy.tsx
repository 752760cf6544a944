import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import { framingErrors, rewriteErrors } from '../draft/compile-errors.ts';
import { type StreamFramingDraft, streamFramingDraft, streamFramingInput } from '../draft/framing-draft.ts';
import {
	type AnyDraft,
	type BacklogDraft,
	backlogDraft,
	backlogInput,
	type ConnectDraft,
	connectDraft,
	connectInput,
	type HostDraft,
	hostDraft,
	hostInput,
	type NoDelayDraft,
	placeOf,
} from '../draft/parts.ts';
import {
	type ProxyDraft,
	type ProxyTlsDraft,
	proxyDraft,
	proxyInput,
	proxyTlsDraft,
	proxyTlsInput,
} from '../draft/proxy-draft.ts';
import { FaultsSection } from '../faults/FaultsSection.tsx';
import { HostFields, NameField, ProxyTarget } from '../fields/AddressFields.tsx';
import { FamilyField } from '../fields/FamilyField.tsx';
import { BacklogField, MoreOptions, NoDelayField } from '../fields/MoreOptions.tsx';
import { FramingFields } from '../framing/FramingFields.tsx';
import { RewriteFields } from '../rules/RewriteFields.tsx';
import { ProxyTlsFields } from '../tls/ProxyTlsFields.tsx';
import type { FieldsPart, FormKind } from './kind.ts';

interface Draft extends AnyDraft, HostDraft, ConnectDraft, StreamFramingDraft, BacklogDraft, NoDelayDraft {
	readonly kind: 'tcp-proxy';
	readonly proxy: ProxyDraft;
	readonly proxyTls: ProxyTlsDraft;
}

export const tcpProxy: FormKind<'tcp-proxy', Draft> = {
	draft: (config) => ({
		kind: config.kind,
		name: config.name,
		...hostDraft(config),
		...connectDraft(config),
		...streamFramingDraft(config),
		...backlogDraft(config),
		noDelay: config.noDelay,
		proxy: proxyDraft(config),
		proxyTls: proxyTlsDraft(config),
	}),
	input: (draft) => ({
		kind: draft.kind,
		name: draft.name,
		...hostInput(draft),
		...connectInput(draft),
		...streamFramingInput(draft),
		...backlogInput(draft),
		noDelay: draft.noDelay,
		...proxyInput(draft.proxy),
		...proxyTlsInput(draft.proxyTls),
	}),
	errors: (config) => {
		const { framing, framingOut = framing } = config;
		return new Map([...framingErrors(config), ...rewriteErrors(config, { toTarget: framing, toClient: framingOut })]);
	},
	Fields,
};

function Fields(part: FieldsPart<Draft>) {
	const words = useDialogWords().endpointForm.fields;
	const { draft, change, error } = part;
	return (
		<>
			<NameField {...part} />
			<HostFields {...part} />
			<ProxyTarget {...part} />
			<FramingFields {...part} />
			<ProxyTlsFields {...part} to={placeOf(draft.proxy.targetHost, draft.proxy.targetPort)} />
			<RewriteFields {...part} />
			<FaultsSection {...part} />
			<MoreOptions
				grid={
					<>
						<FamilyField label={words.family.ofTarget} draft={draft} change={change} />
						<NumberField
							label={words.proxyConnectTimeout}
							aside={<ExplainButton explains="options.connectTimeoutMs" />}
							min={1}
							placeholder="10000"
							value={draft.connectTimeoutMs}
							onChange={(connectTimeoutMs) => change('connectTimeoutMs', { connectTimeoutMs })}
							error={error('connectTimeoutMs')}
						/>
						<BacklogField {...part} />
					</>
				}
			>
				<NoDelayField {...part} />
			</MoreOptions>
		</>
	);
}
