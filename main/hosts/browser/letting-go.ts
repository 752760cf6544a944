import type { IncomingMessage } from 'node:http';

/** Milliseconds for a client to notice that its remaining data was refused. */
const REST_MS = 2000;

/** Discards the rest of the body after the answer. A client that is disconnected at once would not see the answer. */
export function letGo(request: IncomingMessage): void {
	if (request.complete) return;
	request.resume();
	const over = setTimeout(() => request.destroy(), REST_MS).unref();
	request.once('close', () => clearTimeout(over));
}
