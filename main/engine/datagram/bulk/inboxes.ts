import type { BulkCalls } from './calls.ts';
import { Inbox } from './messages.ts';

/** The structures of a thread: a batch is handled before the next one is read. */
interface Inboxes {
	readonly 4: Inbox;
	readonly 6: Inbox;
}

const inboxes = new WeakMap<BulkCalls, Inboxes>();

export function sharedInbox(calls: BulkCalls, family: 4 | 6): Inbox {
	const known = inboxes.get(calls);
	if (known !== undefined) return known[family];
	const data = Inbox.space();
	const both = { 4: new Inbox(calls, 4, data), 6: new Inbox(calls, 6, data) };
	inboxes.set(calls, both);
	return both[family];
}
