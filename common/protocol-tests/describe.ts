import type { Expectation, Sequence, SequenceStep } from '../contract/calls/protocol-tests.ts';
import { destinationOf, isClient, type Place } from '../endpoints/index.ts';
import { formatSocketAddress } from '../payload/index.ts';

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

function expected(expectation: Expectation): string {
	switch (expectation.type) {
		case 'bytes':
			return written(expectation.pattern);
		case 'contains':
			return `something with ${written(expectation.pattern)}`;
		case 'regex':
			return `something like /${expectation.pattern}/${expectation.ignoreCase ? 'i' : ''}`;
		case 'any':
			return 'anything';
	}
}

/** A step in a few words. */
export function describeStep(step: SequenceStep): string {
	switch (step.type) {
		case 'send':
			return `send ${written(step.payload)}${step.lineEnding === 'none' ? '' : ` ${step.lineEnding.toUpperCase()}`}`;
		case 'expect':
			return `expect ${expected(step.expectation)} within ${duration(step.withinMs)}`;
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
	}
}

function formatPlace(place: Place): string {
	return 'path' in place ? place.path : formatSocketAddress({ address: place.host, port: place.port });
}

/** The target of the connection. */
export function describeClient(client: Sequence['client']): string {
	const verb = isClient(client.kind) ? 'connect' : 'open the socket';
	const place = destinationOf(client);
	return place === undefined ? verb : `${verb} to ${formatPlace(place)}`;
}
