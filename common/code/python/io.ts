import type { CodeWords } from '../description/emitter.ts';

/** How a program reads and waits: with calls that block, as a coroutine of asyncio, or as a generator that a loop over selectors resumes. */
export interface PythonIo {
	/** Reads at most so many bytes. */
	readonly read: (count: string) => string;
	/** The variable that is read from. */
	readonly source: string;
	readonly def: string;
	readonly each: string;
	/** In front of a call of such a function. */
	readonly call: string;
	/** The comment about what reading returns. */
	readonly note: keyof CodeWords['comments'];
	readonly module: 'time' | 'asyncio';
	readonly sleep: (seconds: number) => string;
	/** Lines that send an expression. */
	readonly send: (expression: string) => readonly string[];
	/** The call that ends the sending direction. */
	readonly end: string;
	/** A function waits with `yield`: it cannot be a generator of messages, and returns one at a time. */
	readonly pulls: boolean;
	/** A thread serves each client. */
	readonly threads: boolean;
	/** The variable of a socket that options are set on. */
	readonly peer: string;
}

export const BLOCKING: PythonIo = {
	read: (count) => `connection.recv(${count})`,
	source: 'connection',
	def: 'def',
	each: 'for',
	call: '',
	note: 'recvPart',
	module: 'time',
	sleep: (seconds) => `time.sleep(${seconds})`,
	send: (expression) => [`connection.sendall(${expression})`],
	end: 'connection.shutdown(socket.SHUT_WR)',
	pulls: false,
	threads: false,
	peer: 'connection',
};

export const THREADS: PythonIo = { ...BLOCKING, threads: true };

/** With TLS: its end is a message of its own. */
export const SECURE: PythonIo = { ...BLOCKING, end: 'connection.unwrap()' };

export const SELECTORS: PythonIo = {
	...BLOCKING,
	read: (count) => `(yield from receive(connection, ${count}))`,
	call: 'yield from ',
	sleep: (seconds) => `yield ${seconds}`,
	send: (expression) => [`yield from send_all(connection, ${expression})`],
	pulls: true,
};

export const ASYNCIO: PythonIo = {
	read: (count) => `await reader.read(${count})`,
	source: 'reader',
	def: 'async def',
	each: 'async for',
	call: 'await ',
	note: 'readPart',
	module: 'asyncio',
	sleep: (seconds) => `await asyncio.sleep(${seconds})`,
	send: (expression) => [`writer.write(${expression})`, 'await writer.drain()'],
	end: 'writer.write_eof()',
	pulls: false,
	threads: false,
	peer: 'writer',
};
