import {
	destinationOf,
	ENDPOINTS,
	endpointConfigSchema,
	isClient,
	type Place,
	PROTOCOL_NAMES,
	toward,
	traitsOf,
} from '../../../common/endpoints/index.ts';
import { type TestClient, testClientSchema } from '../../../common/protocol-tests/test-schema.ts';
import { ExplainButton } from '../../app/shared/explain/ExplainButton.tsx';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { NumberField, wholeNumber } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDialogWords } from '../../words/dialogs.ts';

interface ClientFieldsProps {
	/** What it belongs to, as in `Connection a`; undefined: the only client. */
	readonly name: string | undefined;
	readonly client: TestClient;
	readonly onChange: (client: TestClient) => void;
	/** What is wrong at a path in the client, as in `.host`. */
	readonly error: (path: string) => string | undefined;
}

const KINDS = testClientSchema.options.map(({ shape }) => {
	const { value } = shape.kind;
	const { protocol, transport } = traitsOf(value);
	return { value, name: PROTOCOL_NAMES[protocol], isDatagrams: protocol === 'unix' && transport === 'datagram' };
});

/** The initial target of a client. */
const FIRST_PORT: Place = { host: '127.0.0.1', port: 9999 };
const FIRST_PATH: Place = { path: '/tmp/server.sock' };

/** Another kind with the same place where possible. */
function ofKind(kind: TestClient['kind'], before: TestClient): TestClient {
	const blank = endpointConfigSchema.parse({ ...ENDPOINTS[kind].blank, name: 'client' });
	const first = traitsOf(kind).protocol === 'unix' ? FIRST_PATH : FIRST_PORT;
	return testClientSchema.parse(toward(toward(blank, first), destinationOf(before) ?? first));
}

/** The target of a client; a client of the workbench can lend all of its settings. */
export function ClientFields({ name, client, onChange, error }: ClientFieldsProps) {
	const { client: text } = useDialogWords().tests;
	const labelled = (part: string) => (name === undefined ? part : text.of(name, part));
	const place = destinationOf(client) ?? FIRST_PORT;
	/** The typed place, even while it is invalid. */
	const go = (to: Place) => onChange(toward(client, to));
	const isStream = isClient(client.kind);
	const at = isStream ? '' : '.remote';
	return (
		<>
			<Select
				label={labelled(text.only.kind)}
				aside={<ExplainButton explains="testing.protocol" />}
				hideLabel
				value={client.kind}
				choices={KINDS.map(({ value, name: kind, isDatagrams }) => ({
					value,
					label: isDatagrams ? text.datagrams(kind) : kind,
				}))}
				onChange={(kind) => onChange(ofKind(kind, client))}
			/>
			{'path' in place ? (
				<TextField
					label={labelled(text.only.path)}
					aside={<ExplainButton explains="fields.path" />}
					hideLabel
					mono
					className="tests-wide"
					value={place.path}
					onChange={(path) => go({ path })}
					error={error(isStream ? '.path' : '.remote')}
				/>
			) : (
				<>
					<TextField
						label={labelled(text.only.host)}
						aside={<ExplainButton explains="fields.host" />}
						hideLabel
						mono
						className="tests-wide"
						value={place.host}
						onChange={(host) => go({ ...place, host })}
						error={error(`${at}.host`)}
					/>
					<NumberField
						label={labelled(text.only.port)}
						aside={<ExplainButton explains="fields.port" />}
						hideLabel
						min={1}
						max={65535}
						className="tests-number"
						value={String(place.port || '')}
						onChange={(port) => go({ ...place, port: wholeNumber(port) ?? 0 })}
						error={error(`${at}.port`)}
					/>
				</>
			)}
			<LendingClients label={labelled(text.only.as)} onChoose={onChange} />
		</>
	);
}

/** The clients of the workbench, if there are any. */
function LendingClients({
	label,
	onChoose,
}: {
	readonly label: string;
	readonly onChoose: (client: TestClient) => void;
}) {
	const { client: text } = useDialogWords().tests;
	const endpoints = useWorkbench((workbench) => workbench.endpoints);
	const clients = [...endpoints.values()].filter(
		({ config }) => destinationOf(config) !== undefined && testClientSchema.safeParse(config).success,
	);
	if (clients.length === 0) return null;
	return (
		<Select
			label={label}
			aside={<ExplainButton explains="testing.lend" />}
			hideLabel
			value=""
			choices={[{ value: '', label: text.as }, ...clients.map(({ id, config }) => ({ value: id, label: config.name }))]}
			onChange={(id) => {
				const parsed = testClientSchema.safeParse(endpoints.get(id)?.config);
				if (parsed.success) onChoose(parsed.data);
			}}
		/>
	);
}
