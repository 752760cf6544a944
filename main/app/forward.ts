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

/** Answers every call and topic of a capture's reader thread, by forwarding it to the named capture. */
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

/** A table with the keys of another. The type of a row depends on its key, which `Object.fromEntries` leaves to the caller. */
function rows<T extends object>(table: T, make: (name: keyof T & string) => unknown) {
	const names = Object.keys(table).filter((name) => isName(table, name));
	return Object.fromEntries(names.map((name): readonly unknown[] => [name, make(name)]));
}
