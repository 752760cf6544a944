import { Plus, Trash2 } from 'lucide-react';
import { LIMITS } from '../../../common/contract/base/limits.ts';
import type { StepResult } from '../../../common/contract/calls/protocol-tests.ts';
import { isProxy } from '../../../common/endpoints/index.ts';
import { connectionNameSchema } from '../../../common/protocol-tests/step-schema.ts';
import { connectionsOf, type Sequence, type TestConnection } from '../../../common/protocol-tests/test-schema.ts';
import { ExplainButton } from '../../app/shared/explain/ExplainButton.tsx';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { NameField } from '../../ui/NameField.tsx';
import { NumberField, wholeNumber } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { ClientFields } from './ClientFields.tsx';
import { ofRole, type Role, renamed, roleOf, withChanged, withConnection, withoutConnection } from './connections.ts';
import { SetupFields } from './SetupFields.tsx';
import { StepOutcome } from './StepOutcome.tsx';
import { firstFault } from './saved.ts';

interface ConnectionsFieldsProps {
	readonly test: Sequence;
	readonly onChange: (test: Sequence) => void;
	readonly error: (path: string) => string | undefined;
	/** Of the start. */
	readonly result: StepResult | undefined;
}

/** The connections of a test, and the endpoints that have to run. */
export function ConnectionsFields({ test, onChange, error, result }: ConnectionsFieldsProps) {
	const { connections: text } = useDialogWords().tests;
	const all = connectionsOf(test);
	return (
		<section className="tests-connections" aria-label={text.title}>
			{test.client !== undefined ? (
				<div className="tests-line">
					<ClientFields
						name={undefined}
						client={test.client}
						onChange={(client) => onChange({ ...test, client })}
						error={(path) => error(`client${path}`)}
					/>
				</div>
			) : (
				all.map(([name, connection], at) => (
					<ConnectionLine
						// A renamed one is the same.
						// biome-ignore lint/suspicious/noArrayIndexKey: the list is only changed at its end or as a whole
						key={at}
						name={name}
						connection={connection}
						test={test}
						onChange={onChange}
						error={error}
					/>
				))
			)}
			<div className="tests-line">
				<Button
					variant="ghost"
					icon={<Plus size={13} />}
					disabled={all.length >= LIMITS.testConnections}
					onClick={() => onChange(withConnection(test))}
				>
					{text.add}
				</Button>
				<SetupFields setup={test.setup} onChange={(setup) => onChange({ ...test, setup })} />
			</div>
			<StepOutcome result={result} />
		</section>
	);
}

interface ConnectionLineProps extends Omit<ConnectionsFieldsProps, 'result'> {
	readonly name: string;
	readonly connection: TestConnection;
}

const ROLES = ['client', 'to', 'server', 'endpoint'] as const satisfies readonly Role[];

function ConnectionLine({ name, connection, test, onChange, error }: ConnectionLineProps) {
	const { connections: text } = useDialogWords().tests;
	const endpoints = useWorkbench((workbench) => workbench.endpoints);
	const usable = [...endpoints.values()].filter(({ config }) => !isProxy(config.kind));
	const others = connectionsOf(test).filter(([other]) => other !== name);
	const servers = others.filter(([, one]) => one.client === undefined).map(([other]) => other);
	const label = text.of(name);
	const set = (changed: TestConnection): void => onChange(withChanged(test, name, changed));
	const role = roleOf(connection);
	const choices = ROLES.filter((value) => value === role || value !== 'to' || servers.length > 0)
		.filter((value) => value === role || value !== 'endpoint' || usable.length > 0)
		.map((value) => ({ value, label: text.roles[value] }));
	const { client, server } = connection;
	return (
		<div className="tests-line">
			<NameField
				label={text.nameOf(name)}
				aside={<ExplainButton explains="testing.connection" />}
				className="tests-on"
				maxLength={64}
				value={name}
				fault={(typed) => nameFault(typed, others, text.nameTaken)}
				onChange={(to) => onChange(renamed(test, name, to))}
			/>
			<Select
				label={text.role(label)}
				aside={<ExplainButton explains="testing.role" />}
				hideLabel
				className="tests-role"
				value={role}
				choices={choices}
				onChange={(next) => set(ofRole(next, connection, servers[0] ?? '', usable[0]?.id ?? ''))}
			/>
			{role === 'client' && client !== undefined ? (
				<ClientFields
					name={label}
					client={client}
					onChange={(next) => set({ ...connection, client: next })}
					error={(path) => error(`connections.${name}.client${path}`)}
				/>
			) : null}
			{role === 'to' ? (
				<Select
					label={text.server(label)}
					aside={<ExplainButton explains="testing.role" />}
					hideLabel
					className="tests-wide"
					value={connection.to ?? ''}
					choices={servers.map((one) => ({ value: one, label: one }))}
					onChange={(to) => set({ ...connection, to })}
				/>
			) : null}
			{server !== undefined && 'port' in server ? (
				<>
					<TextField
						label={text.host(label)}
						aside={<ExplainButton explains="fields.host" />}
						hideLabel
						mono
						className="tests-wide"
						value={server.host}
						onChange={(host) => set({ server: { ...server, host } })}
						error={error(`connections.${name}.server.host`)}
					/>
					<NumberField
						label={text.port(label)}
						aside={<ExplainButton explains="fields.port" />}
						hideLabel
						className="tests-number"
						min={0}
						max={65_535}
						value={String(server.port)}
						onChange={(port) => set({ server: { ...server, port: wholeNumber(port) ?? 0 } })}
						error={error(`connections.${name}.server.port`)}
					/>
				</>
			) : null}
			{server !== undefined && !('port' in server) ? (
				<TextField
					label={text.path(label)}
					aside={<ExplainButton explains="fields.path" />}
					hideLabel
					mono
					className="tests-wide"
					value={server.path ?? ''}
					onChange={(path) => set({ server: { ...server, path } })}
					error={error(`connections.${name}.server.path`)}
				/>
			) : null}
			{role === 'endpoint' ? (
				<Select
					label={text.endpoint(label)}
					aside={<ExplainButton explains="testing.role" />}
					hideLabel
					className="tests-wide"
					value={connection.endpoint ?? ''}
					choices={withPresent(
						usable.map(({ id, config }) => ({ value: id, label: config.name })),
						connection.endpoint ?? '',
					)}
					onChange={(endpoint) => set({ endpoint })}
				/>
			) : null}
			<IconButton
				label={text.remove(name)}
				tip={false}
				size="s"
				danger
				disabled={others.length === 0}
				onClick={() => onChange(withoutConnection(test, name))}
			>
				<Trash2 size={13} />
			</IconButton>
		</div>
	);
}

/** The choices, with the present one where it is none of them: a name, or an endpoint that is gone. */
function withPresent(
	choices: readonly { value: string; label: string }[],
	present: string,
): readonly { value: string; label: string }[] {
	return choices.some(({ value }) => value === present) ? choices : [...choices, { value: present, label: present }];
}

function nameFault(
	name: string,
	others: readonly (readonly [string, TestConnection])[],
	taken: string,
): string | undefined {
	if (others.some(([other]) => other === name)) return taken;
	return firstFault(connectionNameSchema.safeParse(name).error)?.message;
}
