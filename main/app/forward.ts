import type { CallOutput, CallParsed, contract, TopicParsed, TopicSnapshot } from '../../common/contract/index.ts';
import { isName } from '../../common/rpc/table.ts';
import type { Handlers, TopicRun } from '../../common/rpc/types.ts';
import { type ReaderCall, type ReaderTopic, readerCalls, readerTopics } from '../capture/index.ts';
import type { Captures } from './captures/captures.ts';

type All = Handlers<typeof contract>;
interface Forwarded {
	readonly calls: Pick<All['calls'], ReaderCall>;
	readonly topics: Pick<All['topics'], ReaderTopic>;
}

/** Answers every call and topic that a capture's reader thread answers, by handing it to the capture that it names. */
export function forwardToReaders(captures: Captures): Forwarded {
	const call =
		<N extends ReaderCall>(name: N) =>
		(input: CallParsed<N>): Promise<CallOutput<N>> =>
			captures.get(input.capture).call(name, input);
	const topic =
		<T extends ReaderTopic>(name: T) =>
		(params: TopicParsed<T>, emit: (state: TopicSnapshot<T>) => void): TopicRun<TopicSnapshot<T>> =>
			captures.get(params.capture).follow(name, params, emit);
	return { calls: rows(readerCalls, call), topics: rows(readerTopics, topic) };
}

/** A table with the names of another. What a row is depends on its name, which `Object.fromEntries` leaves to the caller. */
function rows<T extends object>(table: T, make: (name: keyof T & string) => unknown) {
	const names = Object.keys(table).filter((name) => isName(table, name));
	return Object.fromEntries(names.map((name): readonly unknown[] => [name, make(name)]));
}
