import type { IncomingMessage } from 'node:http';

/** Milliseconds in which a client may notice that what it still sends was refused. */
const REST_MS = 2000;

/** After the answer: what is left of the body is nobody's. A client that is cut off at once would not see the answer. */
export function letGo(request: IncomingMessage): void {
	if (request.complete) return;
	request.resume();
	const over = setTimeout(() => request.destroy(), REST_MS).unref();
	request.once('close', () => clearTimeout(over));
}
