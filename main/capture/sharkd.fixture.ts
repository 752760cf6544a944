import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** What sharkd prints besides its answers when all is well. */
const REMARK = /^(Running as user "root"|Hello in child\.|load: filename=|sharkd_session_process_tap\(\))/;

/** An answer of sharkd, as far as the tests read it. */
export interface SharkdAnswer {
	readonly id?: number;
	readonly error?: { readonly message?: string };
	readonly result?: unknown;
}

interface Request {
	readonly id: number;
	readonly resolve: (answer: SharkdAnswer | undefined) => void;
}

/**
 * Wireshark's reader of files as a service: JSON requests on its standard input, answers on its standard output. It
 * starts once for the files of a test worker, which costs as much as one run of tshark.
 */
class Sharkd {
	readonly #child;
	readonly #waiting: Request[] = [];
	#complaints: string[] = [];
	#id = 0;

	constructor() {
		// One stream for the answers and the messages: a message belongs to the request before it.
		this.#child = spawn('sh', ['-c', 'exec sharkd - 2>&1'], {
			stdio: ['pipe', 'pipe', 'ignore'],
			env: { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'UTC' },
		});
		const { stdin, stdout } = this.#child;
		createInterface({ input: stdout }).on('line', (line) => this.#onLine(line));
		this.#child.on('close', () => {
			for (const { resolve } of this.#waiting.splice(0)) resolve(undefined);
		});
		// It ends with this process, which it does not keep alive.
		stdin.on('error', () => undefined);
		this.#child.unref();
		for (const pipe of [stdin, stdout]) if (pipe instanceof Socket) pipe.unref();
	}

	/** Resolves with undefined when sharkd does not answer this request, but a later one, or ends. */
	ask(method: string, params: Readonly<Record<string, string | number>> = {}): Promise<SharkdAnswer | undefined> {
		const id = ++this.#id;
		return new Promise((resolve) => {
			this.#waiting.push({ id, resolve });
			this.#child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`);
		});
	}

	/** What it has printed since the last call, other than answers. */
	takeComplaints(): readonly string[] {
		return this.#complaints.splice(0);
	}

	#onLine(line: string): void {
		if (!line.startsWith('{')) {
			if (line !== '' && !REMARK.test(line)) this.#complaints.push(line);
			return;
		}
		const answer: SharkdAnswer = JSON.parse(line);
		for (let first = this.#waiting[0]; first !== undefined && first.id <= (answer.id ?? 0); first = this.#waiting[0]) {
			this.#waiting.shift();
			first.resolve(first.id === answer.id ? answer : undefined);
		}
	}
}

let shared: Sharkd | undefined;
let filters = 0;
/**
 * A display filter with a text of its own: sharkd keeps the matches of a filter by its text, also when it loads another
 * file.
 */
export function freshFilter(filter: string): string {
	return `(${filter}) && frame.number != ${4_000_000_000 + (++filters % 100_000_000)}`;
}

/** One file at a time. */
let turn: Promise<unknown> = Promise.resolve();

async function started(): Promise<Sharkd> {
	const sharkd = new Sharkd();
	// Checksums are checked too, which Wireshark does not do by default.
	for (const protocol of ['ip', 'tcp', 'udp']) {
		await sharkd.ask('setconf', { name: `${protocol}.check_checksum`, value: 'TRUE' });
	}
	// With relative numbers it cannot follow a stream whose SYN is after other packets of its connection.
	await sharkd.ask('setconf', { name: 'tcp.relative_sequence_numbers', value: 'FALSE' });
	return sharkd;
}

/**
 * Loads a file and asks about it; `use` gets the result of each request. Throws where sharkd refuses a request, or
 * prints a message, for instance that the file is cut short.
 */
export function readWithSharkd<T>(
	file: string,
	use: (ask: (method: string, params?: Readonly<Record<string, string | number>>) => Promise<unknown>) => Promise<T>,
): Promise<T> {
	const work = async (): Promise<T> => {
		shared ??= await started();
		const sharkd = shared;
		const ask = async (method: string, params = {}): Promise<unknown> => {
			const answer = sharkd.ask(method, params);
			// It does not answer when it fails to load a file: the answer to a later request shows that.
			if (method === 'load') await sharkd.ask('status');
			const { result, error } = (await answer) ?? {};
			const complaints = sharkd.takeComplaints();
			if (result === undefined || complaints.length > 0) {
				const why = [...complaints, error?.message ?? ''].join('; ');
				throw new Error(
					`sharkd ${result === undefined ? 'refused' : 'complained about'} "${method}" for ${file}: ${why}`,
				);
			}
			return result;
		};
		await ask('load', { file });
		return use(ask);
	};
	const done = turn.then(work, work);
	turn = done.catch(() => undefined);
	return done;
}
