import { destinationOf, isClient, type Place } from '../endpoints/index.ts';
import { formatSocketAddress } from '../payload/index.ts';
import { describedSteps as english } from '../words/en/cli/tests/described-steps.ts';
import type { Texts } from '../words/locale/texts.ts';
import type { Expectation } from './expectation-schema.ts';
import { placedSteps } from './placed-steps.ts';
import type { SequenceStep } from './step-schema.ts';
import { connectionsOf, type Sequence, type TestClient, type TestConnection, type TestServer } from './test-schema.ts';

/** How steps are put into words. */
export type StepWords = Texts<typeof english>;

/** Maximum characters of a pattern or a payload in the name of its step. */
const MOST = 60;

function quoted(text: string, words: StepWords): string {
	const flat = text.replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t');
	return words.quoted(flat.length > MOST ? `${flat.slice(0, MOST)}…` : flat);
}

function written({ format, text }: { format: string; text: string }, words: StepWords): string {
	return format === 'hex' ? words.hex(quoted(text, words)) : quoted(text, words);
}

/** Milliseconds for people, as in “2 s” or “250 ms”. */
export function duration(ms: number): string {
	return ms >= 1000 && ms % 100 === 0 ? `${ms / 1000} s` : `${ms} ms`;
}

function lengthWords({ bytes, min, max }: Expectation & { type: 'length' }, { length }: StepWords): string {
	if (bytes !== undefined) return length.exactly(bytes);
	if (max === undefined) return length.atLeast(min ?? 1);
	return min === undefined ? length.atMost(max) : length.between(min, max);
}

/** What is expected, in a few words. */
function describeExpectation(expectation: Expectation, words: StepWords): string {
	switch (expectation.type) {
		case 'bytes':
			return written(expectation.pattern, words);
		case 'contains':
			return words.contains(written(expectation.pattern, words));
		case 'regex':
			return words.like(`/${expectation.pattern}/${expectation.ignoreCase ? 'i' : ''}`);
		case 'hex':
			return words.hex(quoted(expectation.pattern, words));
		case 'length':
			return lengthWords(expectation, words);
		case 'fields': {
			const { structure, condition } = expectation;
			return condition === '' ? words.message(structure) : words.messageWith(structure, quoted(condition, words));
		}
		case 'any':
			return words.anything;
	}
}

/** A step in a few words. */
function describeStep(step: SequenceStep, words: StepWords): string {
	const what = doing(step, words);
	return 'on' in step && step.on !== undefined ? words.on(step.on, what) : what;
}

function doing(step: SequenceStep, words: StepWords): string {
	switch (step.type) {
		case 'send': {
			const what = written(step.payload, words);
			return step.lineEnding === 'none' ? words.send(what) : words.sendLine(what, step.lineEnding.toUpperCase());
		}
		case 'send-fields':
			return words.send(words.message(step.structure));
		case 'expect':
			return words.expect(describeExpectation(step.expectation, words), duration(step.withinMs));
		case 'expect-end':
			return words.expectEnd(duration(step.withinMs));
		case 'wait':
			return words.wait(duration(step.ms));
		case 'end':
		case 'close':
		case 'reset':
		case 'open':
		case 'leave':
			return words[step.type];
		case 'accept':
			return words.accept(duration(step.withinMs));
		case 'branch': {
			const cases = step.cases.map(({ expectation }) => describeExpectation(expectation, words));
			return words.choose(cases, duration(step.withinMs));
		}
		case 'repeat':
			return words.repeat({
				times: step.times,
				before: step.while && describeExpectation(step.while.expectation, words),
				after: step.until && describeExpectation(step.until.expectation, words),
			});
	}
}

function formatPlace(place: Place): string {
	return 'path' in place ? place.path : formatSocketAddress({ address: place.host, port: place.port });
}

function describeClient(client: TestClient, words: StepWords): string {
	const place = destinationOf(client);
	if (isClient(client.kind)) return place === undefined ? words.open : words.connectTo(formatPlace(place));
	return place === undefined ? words.openSocket : words.openSocketTo(formatPlace(place));
}

function describeServer(server: TestServer, words: StepWords): string {
	if ('port' in server) return words.listenOn(formatSocketAddress({ address: server.host, port: server.port }));
	return words.listenOn(server.path ?? words.chosenName);
}

function describeConnection({ client, to, server, endpoint }: TestConnection, words: StepWords): string {
	if (client !== undefined) return to === undefined ? describeClient(client, words) : words.connectTo(to);
	return server === undefined ? words.use(endpoint ?? '') : describeServer(server, words);
}

/** What happens before the first step: the connections of a test. */
function describeStart(test: Pick<Sequence, 'client' | 'connections'>, words: StepWords): string {
	if (test.client !== undefined) return describeClient(test.client, words);
	return words.list(
		connectionsOf(test).map(([name, connection]) => words.on(name, describeConnection(connection, words))),
	);
}

/** What belongs to a result of a run, for people. */
export interface Described {
	/** Of a step, as in `2.1`; empty for the start. */
	readonly number: string;
	readonly what: string;
}

/** The start of a test and each of its steps in a few words, in the order of the results of a run. */
export function describeTest(
	test: Pick<Sequence, 'client' | 'connections' | 'steps'>,
	words: StepWords = english,
): Described[] {
	const steps = placedSteps(test.steps).map(({ number, step }) => ({ number, what: describeStep(step, words) }));
	return [{ number: '', what: describeStart(test, words) }, ...steps];
}
