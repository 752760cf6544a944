import type { CodeOption, CodePlace } from '../description/program.ts';
import { comment } from '../text/lines.ts';
import { block, type PythonFile } from './file.ts';
import { stringOf } from './literals.ts';

/** The constants of a place; returns the expression of its address. */
export function addressOf(place: CodePlace, file: PythonFile): string {
	if ('path' in place) {
		// An abstract name of Linux begins with a zero byte.
		const path = place.path.startsWith('@') ? `\0${place.path.slice(1)}` : place.path;
		return file.constant('PATH', [stringOf(path)]);
	}
	return `(${file.constant('HOST', [stringOf(place.host)])}, ${file.constant('PORT', [String(place.port)])})`;
}

/** The arguments of `socket.socket`. */
export function familyOf(place: CodePlace): string {
	switch (place.transport) {
		case 'tcp':
			return `socket.${place.host.includes(':') ? 'AF_INET6' : 'AF_INET'}, socket.SOCK_STREAM`;
		case 'udp':
			return `socket.${place.host.includes(':') ? 'AF_INET6' : 'AF_INET'}, socket.SOCK_DGRAM`;
		case 'unix':
			return 'socket.AF_UNIX, socket.SOCK_STREAM';
		case 'unix-datagram':
			return 'socket.AF_UNIX, socket.SOCK_DGRAM';
	}
}

/** The calls that set options on a socket. */
export function optionLines(on: CodeOption['on'], variable: string, file: PythonFile): string[] {
	let last: string | undefined;
	return file.program.options
		.filter((option) => option.on === on)
		.flatMap(({ level, name, value, why }) => {
			const reason = why === last ? [] : comment('#', file.words.options[why]);
			last = why;
			return [...reason, `${variable}.setsockopt(socket.${level}, socket.${name}, ${value})`];
		});
}

/** The lines that bind a socket at the program's place under a name, and go on with it. */
export function bound(name: string, address: string, file: PythonFile, goesOn: readonly string[]): string[] {
	const { place } = file.program;
	return [
		...freshPath(place, file),
		...block(
			`with socket.socket(${familyOf(place)}) as ${name}:`,
			optionLines('listener', name, file),
			`${name}.bind(${address})`,
			goesOn,
		),
	];
}

interface Listening {
	readonly address: string;
	readonly backlog: number;
	/** Between `listen` and the message. */
	readonly prepared?: readonly string[];
}

/** The lines that listen at the program's place on `server`, and run the loop. */
export function listening(
	{ address, backlog, prepared = [] }: Listening,
	file: PythonFile,
	loop: readonly string[],
): string[] {
	return bound('server', address, file, [
		`server.listen(${backlog})`,
		...prepared,
		"print('listening on', server.getsockname(), flush=True)",
		...loop,
	]);
}

/** Removes a socket file that an earlier run has left. */
export function freshPath(place: CodePlace, file: PythonFile): string[] {
	if (!('path' in place) || place.path === '' || place.path.startsWith('@')) return [];
	file.from('pathlib', 'Path');
	return [...file.note('staleFile'), 'Path(PATH).unlink(missing_ok=True)'];
}
