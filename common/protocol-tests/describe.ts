import { destinationOf, isClient, type Place } from '../endpoints/index.ts';
import { formatSocketAddress } from '../payload/index.ts';
import type { Expectation } from './expectation-schema.ts';
import { placedSteps } from './placed-steps.ts';
import type { SequenceStep } from './step-schema.ts';
import { connectionsOf, type Sequence, type TestClient, type TestConnection, type TestServer } from './test-schema.ts';

/** Maximum characters of a pattern or a payload in the name of its step. */
const MOST = 60;

function quoted(text: string): string {
	const flat = text.replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t');
	return `“${flat.length > MOST ? `${flat.slice(0, MOST)}…` : flat}”`;
}

function written({ format, text }: { format: string; text: string }): string {
	return format === 'hex' ? `hex ${quoted(text)}` : quoted(text);
}

/** Milliseconds for people, as in “2 s” or “250 ms”. */
export function duration(ms: number): string {
	return ms >= 1000 && ms % 100 === 0 ? `${ms / 1000} s` : `${ms} ms`;
}

function lengthWords({ bytes, min, max }: Expectation & { type: 'length' }): string {
	if (bytes !== undefined) return `${bytes} bytes`;
	if (max === undefined) return `at least ${min ?? 1} bytes`;
	return min === undefined ? `at most ${max} bytes` : `${min} to ${max} bytes`;
}

/** What is expected, in a few words. */
function describeExpectation(expectation: Expectation): string {
	switch (expectation.type) {
		case 'bytes':
			return written(expectation.pattern);
		case 'contains':
			return `something with ${written(expectation.pattern)}`;
		case 'regex':
			return `something like /${expectation.pattern}/${expectation.ignoreCase ? 'i' : ''}`;
		case 'hex':
			return `hex ${quoted(expectation.pattern)}`;
		case 'length':
			return lengthWords(expectation);
		case 'any':
			return 'anything';
	}
}

/** A step in a few words. */
function describeStep(step: SequenceStep): string {
	const where = 'on' in step && step.on !== undefined ? `${step.on}: ` : '';
	return `${where}${doing(step)}`;
}

function doing(step: SequenceStep): string {
	switch (step.type) {
		case 'send':
			return `send ${written(step.payload)}${step.lineEnding === 'none' ? '' : ` ${step.lineEnding.toUpperCase()}`}`;
		case 'expect':
			return `expect ${describeExpectation(step.expectation)} within ${duration(step.withinMs)}`;
		case 'expect-end':
			return `expect the end within ${duration(step.withinMs)}`;
		case 'wait':
			return `wait ${duration(step.ms)}`;
		case 'end':
			return 'end our sending side';
		case 'close':
			return 'close';
		case 'reset':
			return 'reset';
		case 'open':
			return 'connect';
		case 'accept':
			return `accept a connection within ${duration(step.withinMs)}`;
		case 'branch':
			return `choose by ${step.cases.map(({ expectation }) => describeExpectation(expectation)).join(' or ')} within ${duration(step.withinMs)}`;
		case 'repeat':
			return repeating(step);
		case 'leave':
			return 'leave the loop';
	}
}

function repeating({ times, while: before, until: after }: SequenceStep & { type: 'repeat' }): string {
	const most =
		times === undefined ? '' : ` ${before === undefined && after === undefined ? '' : 'at most '}${times} times`;
	const during = before === undefined ? '' : ` while ${describeExpectation(before.expectation)} comes`;
	const end = after === undefined ? '' : ` until ${describeExpectation(after.expectation)} comes`;
	return `repeat${most}${during}${end}`;
}

function formatPlace(place: Place): string {
	return 'path' in place ? place.path : formatSocketAddress({ address: place.host, port: place.port });
}

function describeClient(client: TestClient): string {
	const verb = isClient(client.kind) ? 'connect' : 'open the socket';
	const place = destinationOf(client);
	return place === undefined ? verb : `${verb} to ${formatPlace(place)}`;
}

function describeServer(server: TestServer): string {
	return `listen on ${'port' in server ? formatSocketAddress({ address: server.host, port: server.port }) : (server.path ?? 'a name that the system chooses')}`;
}

function describeConnection({ client, to, server, endpoint }: TestConnection): string {
	if (client !== undefined) return to === undefined ? describeClient(client) : `connect to ${to}`;
	return server === undefined ? `use ${endpoint ?? ''}` : describeServer(server);
}

/** What happens before the first step: the connections of a test. */
function describeStart(test: Pick<Sequence, 'client' | 'connections'>): string {
	if (test.client !== undefined) return describeClient(test.client);
	return connectionsOf(test)
		.map(([name, connection]) => `${name}: ${describeConnection(connection)}`)
		.join(', ');
}

/** What belongs to a result of a run, for people. */
export interface Described {
	/** Of a step, as in `2.1`; empty for the start. */
	readonly number: string;
	readonly what: string;
}

/** The start of a test and each of its steps in a few words, in the order of the results of a run. */
export function describeTest(test: Pick<Sequence, 'client' | 'connections' | 'steps'>): Described[] {
	const steps = placedSteps(test.steps).map(({ number, step }) => ({ number, what: describeStep(step) }));
	return [{ number: '', what: describeStart(test) }, ...steps];
}
