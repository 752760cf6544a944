import { Checkbox } from '../../../ui/Checkbox.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { FormPart } from '../draft/form-part.ts';
import type { ConnectDraft, LocalDraft, ReconnectDraft } from '../draft/parts.ts';
import { FamilyField } from './FamilyField.tsx';

const DAY_MS = 86_400_000;

/** How a TCP client connects. */
export function ClientFields({ draft, change, error }: FormPart<ConnectDraft & LocalDraft>) {
	return (
		<>
			<div className="form-grid">
				<NumberField
					label="Connect timeout, ms, for each address"
					min={1}
					max={DAY_MS}
					placeholder="10000"
					value={draft.connectTimeoutMs}
					onChange={(connectTimeoutMs) => change('connectTimeoutMs', { connectTimeoutMs })}
					error={error('connectTimeoutMs')}
				/>
				<FamilyField label="Addresses of a host name" draft={draft} change={change} />
			</div>
			<div className="form-address">
				<TextField
					label="Connect from address"
					mono
					placeholder="the system chooses"
					value={draft.localHost}
					onChange={(localHost) => change('localHost', { localHost })}
					error={error('localHost')}
				/>
				<NumberField
					label="From port"
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
	return (
		<>
			<Checkbox
				label="Connect again when the peer has ended the connection or does not answer"
				checked={draft.reconnects}
				onChange={(reconnects) => change('reconnect', { reconnects })}
			/>
			{draft.reconnects ? <Waits draft={draft} change={change} error={error} /> : null}
		</>
	);
}

function Waits({ draft, change, error }: FormPart<ReconnectDraft>) {
	return (
		<div className="form-length">
			<NumberField
				label="First wait, ms"
				min={1}
				max={DAY_MS}
				placeholder="1000"
				value={draft.firstMs}
				onChange={(firstMs) => change('reconnect.firstMs', { firstMs })}
				error={error('reconnect.firstMs')}
			/>
			<NumberField
				label="Longest wait, ms"
				min={1}
				max={DAY_MS}
				placeholder="30000"
				value={draft.maxMs}
				onChange={(maxMs) => change('reconnect.maxMs', { maxMs })}
				error={error('reconnect.maxMs')}
			/>
			<NumberField
				label="Attempts, 0: no end"
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
