import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import { rewriteErrors } from '../draft/compile-errors.ts';
import { numberOf } from '../draft/numbers.ts';
import { type AnyDraft, type FamilyDraft, familyInput, type HostDraft, hostDraft, hostInput } from '../draft/parts.ts';
import { type ProxyDraft, proxyDraft, proxyInput } from '../draft/proxy-draft.ts';
import { FaultsSection } from '../faults/FaultsSection.tsx';
import { HostFields, NameField, ProxyTarget } from '../fields/AddressFields.tsx';
import { FamilyField } from '../fields/FamilyField.tsx';
import { RewriteFields } from '../rules/RewriteFields.tsx';
import type { FieldsPart, FormKind } from './kind.ts';

interface Draft extends AnyDraft, HostDraft, FamilyDraft {
	readonly kind: 'udp-proxy';
	readonly proxy: ProxyDraft;
	readonly idleMs: string;
}

/** A datagram is a message. */
const WHOLE = { type: 'none' } as const;

export const udpProxy: FormKind<'udp-proxy', Draft> = {
	draft: (config) => ({
		kind: config.kind,
		name: config.name,
		...hostDraft(config),
		family: config.family ?? 'any',
		idleMs: String(config.idleMs),
		proxy: proxyDraft(config),
	}),
	input: (draft) => ({
		kind: draft.kind,
		name: draft.name,
		...hostInput(draft),
		...familyInput(draft),
		idleMs: numberOf(draft.idleMs),
		...proxyInput(draft.proxy),
	}),
	errors: (config) => rewriteErrors(config, { toTarget: WHOLE, toClient: WHOLE }),
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
			<RewriteFields {...part} />
			<FaultsSection {...part}>
				<NumberField
					label={words.forgetAfter}
					aside={<ExplainButton explains="fields.forgetAfter" />}
					min={1}
					value={draft.idleMs}
					onChange={(idleMs) => change('idleMs', { idleMs })}
					error={error('idleMs')}
				/>
				<FamilyField label={words.family.ofTarget} draft={draft} change={change} />
			</FaultsSection>
		</>
	);
}
