import { type Sequence, type StepResult, sequenceSchema } from '../../../common/contract/calls/protocol-tests.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { NumberField, wholeNumber } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { StepOutcome } from './StepOutcome.tsx';

type Client = Sequence['client'];

const KINDS = [
	{ value: 'tcp-client', label: 'TCP' },
	{ value: 'udp', label: 'UDP' },
	{ value: 'unix-client', label: 'Unix' },
] as const satisfies readonly { value: Client['kind']; label: string }[];

interface ClientLineProps {
	readonly client: Client;
	readonly onChange: (client: Client) => void;
	readonly error: (path: string) => string | undefined;
	readonly result: StepResult | undefined;
}

const { client: clientSchema } = sequenceSchema.shape;

/** Another kind with what is known of its place. */
function ofKind(kind: Client['kind'], before: Client): Client {
	const { host, port } = before.kind === 'unix-client' ? { host: '127.0.0.1', port: 9999 } : placeOf(before);
	if (kind === 'unix-client') return clientSchema.parse({ kind, name: 'client', path: '/tmp/server.sock' });
	if (kind === 'udp') return clientSchema.parse({ kind, name: 'client', remote: { host, port } });
	return clientSchema.parse({ kind, name: 'client', host, port });
}

function placeOf(client: Exclude<Client, { kind: 'unix-client' }>): { host: string; port: number } {
	if (client.kind === 'tcp-client') return { host: client.host, port: client.port };
	return client.remote ?? { host: '127.0.0.1', port: 9999 };
}

/** What is written, also where it cannot be yet. */
function withPlace(client: Exclude<Client, { kind: 'unix-client' }>, place: { host: string; port: number }): Client {
	return client.kind === 'udp' ? { ...client, remote: place } : { ...client, ...place };
}

/** Whom the sequence connects to; a client of the workbench can lend all that it is set to. */
export function ClientLine({ client, onChange, error, result }: ClientLineProps) {
	return (
		<div className="sequences-step sequences-client">
			<div className="sequences-line">
				<Select
					label="Connect by"
					hideLabel
					value={client.kind}
					choices={KINDS}
					onChange={(kind) => onChange(ofKind(kind, client))}
				/>
				{client.kind === 'unix-client' ? (
					<TextField
						label="Path"
						hideLabel
						mono
						className="sequences-wide"
						value={client.path}
						onChange={(path) => onChange({ ...client, path })}
						error={error('client.path')}
					/>
				) : (
					<>
						<TextField
							label="Host"
							hideLabel
							mono
							className="sequences-wide"
							value={placeOf(client).host}
							onChange={(host) => onChange(withPlace(client, { ...placeOf(client), host }))}
							error={error(client.kind === 'udp' ? 'client.remote.host' : 'client.host')}
						/>
						<NumberField
							label="Port"
							hideLabel
							min={1}
							max={65535}
							className="sequences-number"
							value={String(placeOf(client).port || '')}
							onChange={(port) => onChange(withPlace(client, { ...placeOf(client), port: wholeNumber(port) ?? 0 }))}
							error={error(client.kind === 'udp' ? 'client.remote.port' : 'client.port')}
						/>
					</>
				)}
				<LendingClients onChoose={onChange} />
			</div>
			<StepOutcome result={result} />
		</div>
	);
}

/** The clients of the workbench, if there are any. */
function LendingClients({ onChoose }: { readonly onChoose: (client: Client) => void }) {
	const endpoints = useWorkbench((workbench) => workbench.endpoints);
	const clients = [...endpoints.values()].filter(
		({ config }) =>
			config.kind === 'tcp-client' || config.kind === 'unix-client' || (config.kind === 'udp' && config.remote),
	);
	if (clients.length === 0) return null;
	return (
		<Select
			label="Connect as a client of the workbench"
			hideLabel
			value=""
			choices={[{ value: '', label: 'as…' }, ...clients.map(({ id, config }) => ({ value: id, label: config.name }))]}
			onChange={(id) => {
				const parsed = clientSchema.safeParse(endpoints.get(id)?.config);
				if (parsed.success) onChoose(parsed.data);
			}}
		/>
	);
}
