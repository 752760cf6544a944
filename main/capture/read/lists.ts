import { type ErrorInfo, WirebenchError } from '../../../common/contract/base/errors.ts';
import type { MessageListState } from '../../../common/contract/calls/capture.ts';
import type { ListedMessages } from '../../../common/contract/config/listed-messages.ts';
import type { TopicRun } from '../../../common/rpc/types.ts';
import { EventItems } from './items/event-items.ts';
import type { Items } from './items/items.ts';
import type { ReadSource } from './items/source.ts';
import { MessageItems } from './message-list/message-items.ts';
import { PartFiles } from './message-list/part-files.ts';
import { type Scan, Scans, SLICE_MS } from './scanning/scans.ts';

/** The capture of a reader thread, and where its lists of messages are kept. */
export interface ListedSource extends ReadSource {
	/** The folder of the capture's indexes. */
	readonly indexes: string;
	/** As in CaptureFiles. */
	readonly shift: number;
}

/** A list, for those who scan it. */
export interface UsedList {
	/** They are others after a restart of the list. */
	readonly items: Items;
	/** As in Items. */
	grow(until: number): void;
}

/** Receives changes of lists that no new event has caused. */
export interface ListWatcher {
	/** A message has ended by silence: there are more items. */
	grown(): void;
	/** The lists have to be made again. */
	wrong(): void;
}

/** Milliseconds for which an event may be on its way to the files: until then a silence may not be one. */
const ON_ITS_WAY_MS = 250;
/** A timer waits no longer, and then again. */
const MOST_WAIT_MS = 3_600_000;

/** A list of messages while it is active. */
class ActiveMessages implements Scan<MessageListState>, UsedList {
	readonly #source: ListedSource;
	readonly #messages: ListedMessages;
	readonly #watcher: ListWatcher;
	#timer: NodeJS.Timeout | undefined;
	/** Its followers know what it has: a filter may have it grow, too. */
	#isReported = false;
	items: MessageItems;
	/** Followers of the list, and of filters and searches of it. */
	users = 0;
	#round = 0;
	#error: ErrorInfo | undefined;

	constructor(source: ListedSource, messages: ListedMessages, watcher: ListWatcher) {
		this.#source = source;
		this.#messages = messages;
		this.#watcher = watcher;
		this.items = itemsOf(source, messages);
	}

	get waits(): boolean {
		return this.#error === undefined && (this.#isBehind || !this.#isReported);
	}

	get #isBehind(): boolean {
		return this.items.covered < this.#source.stored;
	}

	grow(until: number): void {
		this.items.grow(until);
		this.#isReported = false;
	}

	step(): void {
		if (this.#isBehind) this.grow(performance.now() + SLICE_MS);
		this.#isReported = !this.#isBehind;
		this.listen();
	}

	/** Ends messages by silence, also when no more events come. */
	listen(): void {
		clearTimeout(this.#timer);
		if (this.#error !== undefined) return;
		if (this.items.isWrong) {
			this.#watcher.wrong();
			return;
		}
		const until = Date.now() - ON_ITS_WAY_MS;
		if (!this.#isBehind && this.items.silentAt <= until) {
			this.items.endSilent(until);
			this.#watcher.grown();
		}
		const { silentAt } = this.items;
		if (silentAt === Number.POSITIVE_INFINITY) return;
		this.#timer = setTimeout(
			() => this.listen(),
			Math.min(Math.max(silentAt - until, ON_ITS_WAY_MS), MOST_WAIT_MS),
		).unref();
	}

	close(): void {
		clearTimeout(this.#timer);
		this.items.close();
	}

	fail(error: ErrorInfo): void {
		this.#error = error;
	}

	restart(): void {
		this.items.close();
		this.items = itemsOf(this.#source, this.#messages);
		this.#error = undefined;
		this.#round++;
	}

	get state(): MessageListState {
		const { count, gone, covered } = this.items;
		return {
			items: count,
			gone,
			scanned: covered,
			stored: this.#source.stored,
			round: this.#round,
			...(this.#error && { error: this.#error }),
		};
	}
}

/** The lists of a capture: its events, and the active lists of messages. */
export class Lists {
	readonly #source: ListedSource;
	readonly #watcher: ListWatcher;
	readonly #events: UsedList & { readonly items: EventItems };
	readonly #active = new Map<string, ActiveMessages>();
	readonly #scans = new Scans<MessageListState, ActiveMessages>();

	constructor(source: ListedSource, watcher: ListWatcher) {
		this.#source = source;
		this.#watcher = watcher;
		const items = new EventItems(source);
		this.#events = { items, grow: () => items.grow() };
	}

	follow(messages: ListedMessages, emit: (state: MessageListState) => void): TopicRun<MessageListState> {
		const { list, release } = this.#use(messages);
		return releasing(
			this.#scans.follow(keyOf(messages), () => list, emit),
			release,
		);
	}

	/** A topic of a list, which is active until that is disposed of. */
	using<State>(messages: ListedMessages | undefined, start: (list: UsedList) => TopicRun<State>): TopicRun<State> {
		if (messages === undefined) return start(this.#events);
		const { list, release } = this.#use(messages);
		try {
			return releasing(start(list), release);
		} catch (error) {
			release();
			throw error;
		}
	}

	/** The events, or a list of messages. Throws a WirebenchError `wrong-state` for one that is not active. */
	items(messages?: ListedMessages): Items {
		return messages === undefined ? this.#events.items : this.messages(messages);
	}

	messages(messages: ListedMessages): MessageItems {
		const known = this.#active.get(keyOf(messages));
		if (known) return known.items;
		throw new WirebenchError('wrong-state', 'This list of messages is not on: subscribe to captureMessages first.');
	}

	/** More events are stored. */
	grown(): void {
		this.#scans.wake();
		for (const list of this.#active.values()) list.listen();
	}

	/** Lists have changed without more events. */
	changed(): void {
		this.#scans.emit();
	}

	/** Events before `first` are not in the files any more. */
	letGo(first: number): void {
		for (const { items } of this.#active.values()) items.letGo(first);
		this.#scans.emit();
	}

	/** Text is read in other charsets: delimiters may be other bytes. */
	charsetsChanged(): void {
		for (const list of this.#active.values()) list.restart();
		this.#scans.emit();
	}

	#use(messages: ListedMessages): { readonly list: ActiveMessages; readonly release: () => void } {
		const key = keyOf(messages);
		const list = this.#active.get(key) ?? new ActiveMessages(this.#source, messages, this.#watcher);
		this.#active.set(key, list);
		list.users++;
		return {
			list,
			release: () => {
				if (--list.users > 0) return;
				this.#active.delete(key);
				list.close();
			},
		};
	}
}

/** The messages of a capture. `keeps`: their files are kept for the next list of them. */
export function itemsOf(source: ListedSource, messages: ListedMessages, keeps = true): MessageItems {
	const identity = JSON.stringify([keyOf(messages), source.shift, source.folder.charsets.key]);
	return new MessageItems(source, messages, new PartFiles(source.indexes, identity, keeps));
}

function releasing<State>({ snapshot, dispose }: TopicRun<State>, release: () => void): TopicRun<State> {
	return {
		snapshot,
		dispose: () => {
			dispose();
			release();
		},
	};
}

/** Identifies a list among all of one capture; '' for the events. */
export function keyOf(messages?: ListedMessages): string {
	if (messages === undefined) return '';
	const { tried = [], framing = null } = messages;
	return JSON.stringify([framing, ...tried.map((one) => [one.endpoint, one.framing])]);
}
