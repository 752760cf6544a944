import { rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { sizeOf } from './partial-file.mjs';

/** Connections in a row that break off without having brought the file further. */
const MOST_FRUITLESS = 3;

/** Received and expected bytes of a file; `total` is undefined where the server does not say. */
/** @typedef {{ received: number, total: number | undefined }} Progress */

/** A failure on the way to the server, as opposed to the disk or a refusal by the server. */
export class NetworkError extends Error {
	name = 'NetworkError';
}

/** The connection broke off within an answer. */
class BrokenOff extends NetworkError {}

/** The innermost reason of a failed fetch, such as `getaddrinfo ENOTFOUND github.com`; fetch itself only says that it failed. */
function reasonOf(error) {
	for (let at = error; ; at = at.cause ?? at.errors[0]) {
		if (at.cause === undefined && at.errors?.[0] === undefined) return at.message || at.code;
	}
}

/** First byte and length of the file in `bytes 100-199/200` (RFC 9110 section 14.4); the length may be left out. */
function rangeOf(header) {
	const [, start, total] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(header ?? '') ?? [];
	return { start: Number(start), total: total === '*' ? undefined : Number(total) };
}

/** Aborts with a NetworkError after `stallMs` without a call of `alive`. */
function stallWatch(stallMs) {
	const abort = new AbortController();
	const stalled = () => abort.abort(new NetworkError(`no data came for ${stallMs / 1000} s`));
	let timer = setTimeout(stalled, stallMs);
	return {
		signal: abort.signal,
		alive() {
			clearTimeout(timer);
			timer = setTimeout(stalled, stallMs);
		},
		stop: () => clearTimeout(timer),
	};
}

/** The answer to a request for the bytes behind the first `have`. */
async function request(url, have, signal) {
	const range = have === 0 ? {} : { range: `bytes=${have}-` };
	const response = await fetch(url, { headers: { 'accept-encoding': 'identity', ...range }, signal });
	const complete = response.status === 416;
	if (!complete && (!response.ok || response.body === null)) {
		throw new Error(`${url} answered ${response.status} ${response.statusText}`);
	}
	// The file has no more bytes than are there (RFC 9110 section 15.5.17); if those are wrong, their checksum shows it.
	if (complete) return { body: [], start: have, total: have };
	if (response.status === 206) return { body: response.body, ...rangeOf(response.headers.get('content-range')) };
	const length = response.headers.get('content-length');
	return { body: response.body, start: 0, total: length === null ? undefined : Number(length) };
}

/** Stores an answer; a received chunk is in the file before the next one is read. */
async function store({ body, start, total }, file, received) {
	const handle = await open(file, start === 0 ? 'w' : 'a');
	try {
		let stored = start;
		received({ received: stored, total });
		for await (const chunk of body) {
			await handle.writeFile(chunk);
			stored += chunk.length;
			received({ received: stored, total });
		}
	} finally {
		await handle.close();
	}
}

/** One request for the bytes of `url` behind those in `file`; a server that cannot do so starts from the first byte. */
async function continueFile(url, file, { stallMs, onProgress }) {
	const watch = stallWatch(stallMs);
	let Failure = NetworkError;
	try {
		const have = sizeOf(file);
		const answer = await request(url, have, watch.signal);
		if (answer.start !== 0 && answer.start !== have) {
			rmSync(file, { force: true });
			throw new Error(`${url} answered with another part of the file than was requested`);
		}
		Failure = BrokenOff;
		await store(answer, file, (progress) => {
			watch.alive();
			onProgress(progress);
		});
	} catch (error) {
		if (watch.signal.aborted) throw watch.signal.reason;
		// fetch reports every failure of the network as a TypeError.
		if (error instanceof TypeError) throw new Failure(reasonOf(error), { cause: error });
		throw error;
	} finally {
		watch.stop();
	}
}

/**
 * Downloads `url` into `file`, behind the bytes that an earlier download has left there. A connection that breaks off or
 * delivers nothing for `stallMs` is replaced by another one as long as each brings the file further; time as such is not
 * limited. Fails with a NetworkError, or with the error of the disk or of the server's answer; `file` then keeps what
 * was received.
 * @param {string} url
 * @param {string} file
 * @param {{ stallMs: number, onProgress: (progress: Progress) => void }} options
 */
export async function download(url, file, options) {
	let most = sizeOf(file);
	for (let fruitless = 0; ; ) {
		try {
			await continueFile(url, file, options);
			return;
		} catch (error) {
			fruitless = sizeOf(file) > most ? 0 : fruitless + 1;
			most = Math.max(most, sizeOf(file));
			const again = fruitless === 0 || (error instanceof BrokenOff && fruitless < MOST_FRUITLESS);
			if (!(error instanceof NetworkError) || !again) throw error;
		}
	}
}
