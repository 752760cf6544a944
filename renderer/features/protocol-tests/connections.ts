import { ENDPOINTS, endpointConfigSchema } from '../../../common/endpoints/index.ts';
import { nestedSteps } from '../../../common/protocol-tests/placed-steps.ts';
import type { SequenceStep } from '../../../common/protocol-tests/step-schema.ts';
import {
	connectionsOf,
	type Sequence,
	type TestConnection,
	testServerSchema,
} from '../../../common/protocol-tests/test-schema.ts';
import { freeName } from '../../app/shared/free.ts';
import { CLIENT } from './blank.ts';

export type Role = 'client' | 'to' | 'server' | 'endpoint';

export function roleOf({ client, to, server }: TestConnection): Role {
	if (client !== undefined) return to === undefined ? 'client' : 'to';
	return server === undefined ? 'endpoint' : 'server';
}

/** A connection of another role; `server`: the name of a server of the test, `endpoint`: one of the workspace. */
export function ofRole(role: Role, before: TestConnection, server: string, endpoint: string): TestConnection {
	switch (role) {
		case 'client':
			return { client: before.client ?? CLIENT };
		case 'to':
			return { client: before.client ?? CLIENT, to: server };
		case 'server': {
			const blank = endpointConfigSchema.parse({ ...ENDPOINTS['tcp-server'].blank, name: 'server', port: 0 });
			return { server: before.server ?? testServerSchema.parse(blank) };
		}
		case 'endpoint':
			return { endpoint };
	}
}

/** With one more connection: a server to which a client can connect. */
export function withConnection(test: Sequence): Sequence {
	const { client: _only, ...rest } = test;
	const all = connectionsOf(test);
	const name = freeName('server', new Set(all.map(([one]) => one))).replaceAll(' ', '-');
	return { ...rest, connections: Object.fromEntries([...all, [name, ofRole('server', {}, '', '')]]) };
}

/** Changes one; in another place of the list it would be another first one. */
export function withChanged(test: Sequence, name: string, changed: TestConnection): Sequence {
	return { ...test, connections: { ...test.connections, [name]: changed } };
}

export function withoutConnection(test: Sequence, name: string): Sequence {
	const { [name]: _gone, ...connections } = test.connections ?? {};
	return { ...test, connections };
}

/** Renames one wherever the test names it. */
export function renamed(test: Sequence, from: string, to: string): Sequence {
	const entries = Object.entries(test.connections ?? {}).map(([name, connection]): [string, TestConnection] => [
		name === from ? to : name,
		connection.to === from ? { ...connection, to } : connection,
	]);
	return {
		...test,
		connections: Object.fromEntries(entries),
		steps: test.steps.map((step) => renamedIn(step, from, to)),
	};
}

function renamedIn(step: SequenceStep, from: string, to: string): SequenceStep {
	const on = <T extends { readonly on?: string | undefined }>(one: T): T =>
		one.on === from ? { ...one, on: to } : one;
	const inner = (steps: readonly SequenceStep[]): SequenceStep[] => steps.map((one) => renamedIn(one, from, to));
	if (nestedSteps(step).length === 0) return 'on' in step ? on(step) : step;
	if (step.type === 'branch') {
		const cases = step.cases.map((one) => ({ ...one, steps: inner(one.steps) }));
		return { ...on(step), cases, ...(step.otherwise && { otherwise: inner(step.otherwise) }) };
	}
	if (step.type !== 'repeat') return step;
	return {
		...step,
		...(step.while && { while: on(step.while) }),
		...(step.until && { until: on(step.until) }),
		steps: inner(step.steps),
	};
}
