import { z } from 'zod';
import { INPUT_SENTENCES } from '../contract/base/input-sentences.ts';
import { LIMITS } from '../contract/base/limits.ts';
import {
	tcpClientConfigSchema,
	tcpServerConfigSchema,
	udpConfigSchema,
	unixClientConfigSchema,
	unixDatagramConfigSchema,
	unixServerConfigSchema,
} from '../endpoints/index.ts';
import { checkNames, folderSchema, variablesSchema } from '../payload/saved.ts';
import { placedSteps } from './placed-steps.ts';
import { connectionNameSchema, sequenceStepSchema } from './step-schema.ts';

/** An endpoint of the workspace: its id, or its name. */
const endpointReference = z.string().trim().min(1, INPUT_SENTENCES.endpointName).max(LIMITS.nameChars);

/** What opens the connection of a test. */
export const testClientSchema = z.discriminatedUnion('kind', [
	tcpClientConfigSchema,
	unixClientConfigSchema,
	udpConfigSchema,
	unixDatagramConfigSchema,
]);
export type TestClient = z.infer<typeof testClientSchema>;

/** What accepts the connection of a test; of a datagram socket each peer is one. */
export const testServerSchema = z.discriminatedUnion('kind', [
	tcpServerConfigSchema,
	unixServerConfigSchema,
	udpConfigSchema,
	unixDatagramConfigSchema,
]);
export type TestServer = z.infer<typeof testServerSchema>;

/** One of the connections of a test: exactly one of `client`, `server` and `endpoint`. */
export const testConnectionSchema = z
	.object({
		/** A client of the test's own, which connects. */
		client: testClientSchema.optional(),
		/** With `client`: it connects to what the server of this name listens on, whatever its own address. */
		to: connectionNameSchema.optional(),
		/** A server of the test's own. */
		server: testServerSchema.optional(),
		/** An endpoint of the workspace, by its id or name: a client's connection, or the next one that a server accepts. */
		endpoint: endpointReference.optional(),
	})
	.superRefine(({ client, server, endpoint, to }, context) => {
		const fault = (path: string, message: string): void => context.addIssue({ code: 'custom', path: [path], message });
		if ([client, server, endpoint].filter((one) => one !== undefined).length !== 1) {
			fault('client', INPUT_SENTENCES.connectionKind);
		}
		if (to !== undefined && client === undefined) fault('to', INPUT_SENTENCES.connectionServer);
	});
export type TestConnection = z.infer<typeof testConnectionSchema>;

/** The connection of a test that names none. */
export const ONLY_CONNECTION = 'client';

type TestParts = Pick<z.infer<typeof testObject>, 'client' | 'connections' | 'steps'>;

/** The connections of a test by name, in order. */
export function connectionsOf({
	client,
	connections,
}: Pick<TestParts, 'client' | 'connections'>): [string, TestConnection][] {
	return client === undefined ? Object.entries(connections ?? {}) : [[ONLY_CONNECTION, { client }]];
}

const testObject = z.object({
	name: z.string().trim().min(1, INPUT_SENTENCES.name).max(LIMITS.nameChars),
	/** The heading under which it is listed. */
	folder: folderSchema.optional(),
	/** The only connection, in place of `connections`. */
	client: testClientSchema.optional(),
	/** By the name that steps use. The first one is that of steps that name none. */
	connections: z.record(connectionNameSchema, testConnectionSchema).optional(),
	/** Endpoints of the workspace that have to run: those that do not are started, and stopped at the end. */
	setup: z.array(endpointReference).max(LIMITS.testSetup).default([]),
	/** Values for `{{var NAME}}`, before those of the workspace. What a regular expression captures replaces them. */
	variables: variablesSchema.default({}),
	/** Milliseconds that the whole test may take. */
	withinMs: z.number().int().min(1).max(LIMITS.delayMs).default(LIMITS.delayMs),
	/** In order, until all have passed or one has failed. Nested ones count. */
	steps: z.array(sequenceStepSchema).max(LIMITS.sequenceSteps),
});

/** Names one test of a workspace. */
export const testPlaceSchema = testObject.pick({ name: true, folder: true });

/** A test: connections, and steps on them. */
export const sequenceSchema = testObject.superRefine((test, context) => {
	const fault = (path: readonly (string | number)[], message: string): void =>
		context.addIssue({ code: 'custom', path: [...path], message });
	const names = connectionsOf(test).map(([name]) => name);
	if (test.client !== undefined && test.connections !== undefined) {
		fault(['connections'], INPUT_SENTENCES.clientOrConnections);
	} else if (names.length === 0) fault(['client'], INPUT_SENTENCES.needsClient);
	if (names.length > LIMITS.testConnections) {
		fault(['connections'], `A test has at most ${LIMITS.testConnections} connections.`);
	}
	for (const [name, { to }] of connectionsOf(test)) {
		if (to !== undefined && (to === name || test.connections?.[to]?.client !== undefined || !names.includes(to))) {
			fault(['connections', name, 'to'], `There is no server connection ${to}.`);
		}
	}
	faultsInSteps(test, names, fault);
});
export type Sequence = z.infer<typeof sequenceSchema>;

/** In the order in which they are shown. */
export const testsSchema = z.array(sequenceSchema).max(LIMITS.savedTests).superRefine(checkNames);

type Fault = (path: readonly (string | number)[], message: string) => void;

function faultsInSteps({ steps }: TestParts, names: readonly string[], fault: Fault): void {
	const placed = placedSteps(steps);
	if (placed.length > LIMITS.sequenceSteps) fault(['steps'], `A test has at most ${LIMITS.sequenceSteps} steps.`);
	for (const { step, path, depth, inLoop } of placed) {
		if (depth > LIMITS.stepDepth) fault(path, `Steps nest at most ${LIMITS.stepDepth} levels deep.`);
		for (const { on, at } of namedConnections(step)) {
			if (!names.includes(on)) fault([...path, ...at], `The test has no connection ${on}: it has ${names.join(', ')}.`);
		}
		if (step.type === 'leave' && !inLoop) fault([...path, 'type'], INPUT_SENTENCES.noLoop);
		if (step.type === 'repeat' && [step.times, step.while, step.until].every((one) => one === undefined)) {
			fault([...path, 'times'], INPUT_SENTENCES.rounds);
		}
	}
}

/** Where a step names connections. */
function namedConnections(step: TestParts['steps'][number]): { readonly on: string; readonly at: readonly string[] }[] {
	const own = 'on' in step && step.on !== undefined ? [{ on: step.on, at: ['on'] }] : [];
	if (step.type !== 'repeat') return own;
	return (['while', 'until'] as const).flatMap((key) => {
		const on = step[key]?.on;
		return on === undefined ? [] : [{ on, at: [key, 'on'] }];
	});
}
