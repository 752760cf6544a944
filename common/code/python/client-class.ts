import type { PortedScript } from '../description/ported.ts';
import { block, type PythonFile } from './file.ts';

/** The methods of a client, and what it remembers beside its handlers' own. */
interface Methods {
	/** Of the stream that it sends to. */
	readonly stream: 'connection' | 'writer';
	readonly state: readonly string[];
	readonly send: readonly string[];
	readonly end: readonly string[];
	readonly more?: readonly string[];
}

/** With calls that block. */
function blockingMethods(file: PythonFile): Methods {
	return {
		stream: 'connection',
		state: [],
		send: [
			...block('try:', 'self.connection.sendall(text.encode())'),
			...block('except OSError:', file.note('cannotSend'), 'pass'),
		],
		end: ['self.connection.shutdown(socket.SHUT_WR)'],
	};
}

function asyncioMethods(ends: boolean): Methods {
	const write = 'self.writer.write(text.encode())';
	return {
		stream: 'writer',
		state: ends ? ['self.ended = False'] : [],
		send: block(`if not ${ends ? '(self.ended or self.writer.is_closing())' : 'self.writer.is_closing()'}:`, write),
		end: ['self.ended = True', 'self.writer.write_eof()'],
	};
}

/** In a loop over a selector: what there is no room for waits. */
function selectorMethods(ends: boolean, file: PythonFile): Methods {
	return {
		stream: 'connection',
		state: ["self.unsent = b''", ...(ends ? ['self.ended = False'] : [])],
		send: [
			...(ends ? block('if self.ended:', 'return') : []),
			"waits = self.unsent != b''",
			'self.unsent += text.encode()',
			...block('if not waits:', 'step(self.send_unsent())'),
		],
		end: ['self.ended = True'],
		more: block(
			'def send_unsent(self):',
			file.note('secondDescriptor'),
			block(
				'with self.connection.dup() as connection:',
				block(
					'try:',
					block(
						'while self.unsent:',
						'yield connection, selectors.EVENT_WRITE',
						'self.unsent = self.unsent[connection.send(self.unsent):]',
					),
					ends ? block('if self.ended:', 'connection.shutdown(socket.SHUT_WR)') : [],
				),
				block('except OSError:', file.note('cannotSend'), "self.unsent = b''"),
			),
		),
	};
}

/** Defines the class of what handlers get; returns the call that makes one. */
export function defineClient(script: PortedScript, file: PythonFile): string {
	const ends = script === 'key-value';
	const { stream, state, send, end, more } =
		file.io.module === 'asyncio'
			? asyncioMethods(ends)
			: file.io.pulls
				? selectorMethods(ends, file)
				: blockingMethods(file);
	file.define(
		'Client',
		block(
			'class Client:',
			file.doc('portedClient'),
			'',
			block(
				`def __init__(self, ${stream}):`,
				`self.${stream} = ${stream}`,
				script === 'chat' ? ["self.name = ''"] : [],
				state,
			),
			'',
			block('def send(self, text):', send),
			more === undefined ? [] : ['', ...more],
			ends ? ['', ...block('def end(self):', file.note('half'), end)] : [],
		),
	);
	return `Client(${stream})`;
}
