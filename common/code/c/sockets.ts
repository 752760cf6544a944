import type { CodeOption, CodePlace } from '../description/program.ts';
import { block, type CFile, comment } from './file.ts';
import { defineFail } from './helpers.ts';
import { textLength, textOf } from './literals.ts';

/** Keeps a program that sends to a closed connection. */
export const NO_SIGNAL = 'signal(SIGPIPE, SIG_IGN);';

/** The calls that set options on a socket. */
export function optionLines(on: CodeOption['on'], variable: string, file: CFile): string[] {
	const options = file.program.options.filter((option) => option.on === on);
	if (options.length > 0) file.include('netinet/in.h', 'netinet/tcp.h', 'sys/socket.h');
	let last: string | undefined;
	return options.flatMap(({ level, name, value, why }) => {
		const reason = why === last ? [] : comment(file.words.options[why]);
		last = why;
		return [...reason, `setsockopt(${variable}, ${level}, ${name}, &(int){${value}}, sizeof(int));`];
	});
}

/** Where a program has the host and the port of a place, and what it does where the host has no address. */
interface Names {
	readonly host: string;
	readonly port: string;
	readonly failed: string;
}

const OWN: Names = { host: 'HOST', port: 'PORT', failed: 'return EXIT_FAILURE;' };

/** Lines that make `found`, the addresses of a place. */
export function resolved(
	place: Extract<CodePlace, { host: string }>,
	passive: boolean,
	file: CFile,
	{ host, port, failed } = OWN,
): string[] {
	file.include('netdb.h', 'sys/socket.h', 'sys/types.h', 'unistd.h');
	file.constant(host, [textOf(place.host)]);
	file.constant(port, [`"${place.port}"`]);
	const type = place.transport === 'tcp' ? 'SOCK_STREAM' : 'SOCK_DGRAM';
	const family = passive && !place.host.includes(':') ? 'AF_INET' : 'AF_UNSPEC';
	const flags = passive ? ', .ai_flags = AI_PASSIVE' : '';
	return [
		`struct addrinfo hints = {.ai_family = ${family}, .ai_socktype = ${type}${flags}}, *found;`,
		`int wrong = getaddrinfo(${host}, ${port}, &hints, &found);`,
		...block('if (wrong != 0)', 'fprintf(stderr, "%s\\n", gai_strerror(wrong));', failed),
	];
}

/** Lines that make `connection`, a socket that is connected to one of `found`; -1: none accepts. */
export function connectedToAny(file: CFile): string[] {
	return [
		...file.note('connectAll'),
		'int connection = -1;',
		...block(
			'for (struct addrinfo *one = found; one != NULL && connection < 0; one = one->ai_next)',
			'connection = socket(one->ai_family, one->ai_socktype, one->ai_protocol);',
			block(
				'if (connection >= 0 && connect(connection, one->ai_addr, one->ai_addrlen) < 0)',
				'perror("connect");',
				'close(connection);',
				'connection = -1;',
			),
		),
		'freeaddrinfo(found);',
	];
}

/** Lines that make `address`, that of a Unix socket, and `address_length`. */
export function unixAddress(place: Extract<CodePlace, { path: string }>, file: CFile): string[] {
	file.include('stddef.h', 'string.h', 'sys/socket.h', 'sys/un.h', 'unistd.h');
	const isAbstract = place.path.startsWith('@');
	const path = isAbstract ? place.path.slice(1) : place.path;
	file.constant('PATH', [textOf(path)]);
	const at = isAbstract ? 'address.sun_path + 1' : 'address.sun_path';
	const length = textLength(path) + (isAbstract ? 1 : 0);
	return [
		'struct sockaddr_un address = {.sun_family = AF_UNIX};',
		`memcpy(${at}, PATH, sizeof PATH - 1);`,
		`socklen_t address_length = offsetof(struct sockaddr_un, sun_path) + ${length}${isAbstract ? '' : ' + 1'};`,
	];
}

/** Prints where a socket is bound. */
function defineShowAddress(file: CFile): void {
	file.include('netdb.h', 'sys/socket.h');
	defineFail(file);
	file.define(
		'show_address',
		block(
			'static void show_address(const char *what, int server)',
			'struct sockaddr_storage address;',
			'socklen_t length = sizeof address;',
			'char host[NI_MAXHOST], port[NI_MAXSERV];',
			'if (getsockname(server, (struct sockaddr *)&address, &length) < 0) fail("getsockname");',
			'getnameinfo((struct sockaddr *)&address, length, host, sizeof host, port, sizeof port, NI_NUMERICHOST | NI_NUMERICSERV);',
			'printf("%s %s, port %s\\n", what, host, port);',
			'fflush(stdout);',
		),
	);
}

/** Lines that make a socket of this name, bound to the program's place. */
export function boundSocket(name: string, file: CFile): string[] {
	const { place } = file.program;
	if ('path' in place) {
		const type = place.transport === 'unix-datagram' ? 'SOCK_DGRAM' : 'SOCK_STREAM';
		return [
			...unixAddress(place, file),
			...(place.path.startsWith('@') ? [] : [...file.note('staleFile'), 'unlink(PATH);']),
			`int ${name} = socket(AF_UNIX, ${type}, 0);`,
			`if (${name} < 0) fail("socket");`,
			`if (bind(${name}, (struct sockaddr *)&address, address_length) < 0) fail("bind");`,
		];
	}
	return [
		...resolved(place, true, file),
		`int ${name} = socket(found->ai_family, found->ai_socktype, found->ai_protocol);`,
		`if (${name} < 0) fail("socket");`,
		...optionLines('listener', name, file),
		`if (bind(${name}, found->ai_addr, found->ai_addrlen) < 0) fail("bind");`,
		'freeaddrinfo(found);',
	];
}

/** Lines that print where a socket is: `what` as in `listening on`. */
export function announced(what: string, name: string, file: CFile): string[] {
	if ('path' in file.program.place) return [`printf("${what} %s\\n", PATH);`, 'fflush(stdout);'];
	defineShowAddress(file);
	return [`show_address("${what}", ${name});`];
}
