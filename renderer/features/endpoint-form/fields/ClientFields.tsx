import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import type { FormPart } from '../draft/form-part.ts';
import type { ConnectDraft, LocalDraft, ReconnectDraft } from '../draft/parts.ts';
import { FamilyField } from './FamilyField.tsx';

const DAY_MS = 86_400_000;

/** How a TCP client connects. */
export function ClientFields({ draft, change, error }: FormPart<ConnectDraft & LocalDraft>) {
	const words = useDialogWords().endpointForm.fields;
	return (
		<>
			<div className="form-grid">
				<NumberField
					label={words.connectTimeout}
					aside={<ExplainButton explains="options.connectTimeoutMs" />}
					min={1}
					max={DAY_MS}
					placeholder="10000"
					value={draft.connectTimeoutMs}
					onChange={(connectTimeoutMs) => change('connectTimeoutMs', { connectTimeoutMs })}
					error={error('connectTimeoutMs')}
				/>
				<FamilyField label={words.family.ofName} draft={draft} change={change} />
			</div>
			<div className="form-address">
				<TextField
					label={words.localAddress}
					aside={<ExplainButton explains="fields.local" />}
					mono
					placeholder={words.systemChooses}
					value={draft.localHost}
					onChange={(localHost) => change('localHost', { localHost })}
					error={error('localHost')}
				/>
				<NumberField
					label={words.localPort}
					aside={<ExplainButton explains="fields.local" />}
					min={0}
					max={65535}
					placeholder="0"
					value={draft.localPort}
					onChange={(localPort) => change('localPort', { localPort })}
					error={error('localPort')}
				/>
			</div>
		</>
	);
}

/** Whether a lost connection is reopened, and how soon. */
export function ReconnectFields({ draft, change, error }: FormPart<ReconnectDraft>) {
	const words = useDialogWords().endpointForm.fields.reconnect;
	return (
		<>
			<Checkbox
				label={words.on}
				aside={<ExplainButton explains="fields.reconnect" />}
				checked={draft.reconnects}
				onChange={(reconnects) => change('reconnect', { reconnects })}
			/>
			{draft.reconnects ? <Waits draft={draft} change={change} error={error} /> : null}
		</>
	);
}

function Waits({ draft, change, error }: FormPart<ReconnectDraft>) {
	const words = useDialogWords().endpointForm.fields.reconnect;
	return (
		<div className="form-length">
			<NumberField
				label={words.first}
				aside={<ExplainButton explains="fields.reconnect" />}
				min={1}
				max={DAY_MS}
				placeholder="1000"
				value={draft.firstMs}
				onChange={(firstMs) => change('reconnect.firstMs', { firstMs })}
				error={error('reconnect.firstMs')}
			/>
			<NumberField
				label={words.longest}
				aside={<ExplainButton explains="fields.reconnect" />}
				min={1}
				max={DAY_MS}
				placeholder="30000"
				value={draft.maxMs}
				onChange={(maxMs) => change('reconnect.maxMs', { maxMs })}
				error={error('reconnect.maxMs')}
			/>
			<NumberField
				label={words.attempts}
				aside={<ExplainButton explains="fields.reconnect" />}
				min={0}
				max={1_000_000}
				placeholder="0"
				value={draft.attempts}
				onChange={(attempts) => change('reconnect.attempts', { attempts })}
				error={error('reconnect.attempts')}
			/>
		</div>
	);
}
