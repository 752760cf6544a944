import type { Place, SocketCall } from '../call.ts';
import { literalText } from './bytes.ts';
import type { Spelled } from './spelled.ts';

const FAMILY = { inet: 'AF_INET', inet6: 'AF_INET6', unix: 'AF_UNIX' } as const;

/** The subclasses of OSError (Python, "OS exceptions"). */
const EXCEPTIONS: Readonly<Record<string, string>> = {
	EAGAIN: 'BlockingIOError',
	EINPROGRESS: 'BlockingIOError',
	ECONNREFUSED: 'ConnectionRefusedError',
	ECONNRESET: 'ConnectionResetError',
	ECONNABORTED: 'ConnectionAbortedError',
	EPIPE: 'BrokenPipeError',
	ETIMEDOUT: 'TimeoutError',
	EACCES: 'PermissionError',
	EPERM: 'PermissionError',
	ENOENT: 'FileNotFoundError',
	ENOTFOUND: 'socket.gaierror',
};

/** A call in Python, with the names of `from socket import *`. */
export function spellPython(call: SocketCall): Spelled {
	const code = codeOf(call);
	if (call.name === 'connect') return { code, result: connectResult(call) };
	return { code, result: call.errno === undefined ? resultOf(call) : failure(call) };
}

function codeOf(call: SocketCall): string {
	const { name, on, as = '', place, option } = call;
	const address = place === undefined ? '' : addressOf(place);
	switch (name) {
		case 'getaddrinfo':
			return `getaddrinfo(${place !== undefined && 'port' in place ? `'${place.host}', ${place.port}` : address})`;
		case 'socket':
			return `${as} = socket(${FAMILY[call.family ?? 'inet']}, ${call.datagram ? 'SOCK_DGRAM' : 'SOCK_STREAM'})`;
		case 'nonblocking':
			return `${on}.setblocking(False)`;
		case 'setsockopt':
			return `${on}.setsockopt(${option?.level}, ${option?.name}, ${optionValue(option)})`;
		case 'getsockopt':
			return `${on}.getsockopt(${option?.level}, ${option?.name})`;
		case 'bind':
			return `${on}.bind(${address})`;
		case 'getsockname':
			return `${on}.getsockname()`;
		case 'listen':
			return `${on}.listen(${call.backlog})`;
		case 'accept':
			return `${as === '' ? '' : `${as}, peer = `}${on}.accept()`;
		case 'connect':
			return `${on}.connect_ex(${address})`;
		case 'wrap':
			return `${on} = context.wrap_socket(${on}${call.tls === 'accept' ? ', server_side=True' : ', server_hostname=host'})`;
		case 'select':
			return call.ready === 'write' ? `select([], [${on}], [])` : `select([${on}], [], [])`;
		case 'send':
			return `${on}.send(${bytesOf(call)})`;
		case 'sendall':
			return `${on}.sendall(${bytesOf(call)})`;
		case 'sendto':
			return `${on}.sendto(${bytesOf(call)}, ${address})`;
		case 'recv':
		case 'recvfrom':
			return `${on}.${name}(${call.size})`;
		case 'shutdown':
			return `${on}.shutdown(SHUT_WR)`;
		case 'close':
			return `${on}.close()`;
	}
}

function resultOf(call: SocketCall): string {
	const { name, on, place, option } = call;
	switch (name) {
		case 'getaddrinfo':
			return (call.found ?? []).join(', ');
		case 'getsockopt':
			return String(option?.value ?? '');
		case 'getsockname':
			return place === undefined ? '' : addressOf(place);
		case 'accept':
			return place === undefined ? '' : `peer = ${addressOf(place)}`;
		case 'wrap':
			return call.version ?? '';
		case 'select':
			return call.ready === 'write' ? `[], [${on}], []` : `[${on}], [], []`;
		case 'send':
		case 'sendto':
			return String(call.done ?? '');
		case 'recv':
			return bytesOf(call);
		case 'recvfrom':
			return place === undefined ? bytesOf(call) : `(${bytesOf(call)}, ${addressOf(place)})`;
		default:
			return '';
	}
}

function connectResult({ errno, errnoNumber }: SocketCall): string {
	if (errno === undefined) return '0';
	return errnoNumber === undefined ? errno : `${errnoNumber} (${errno})`;
}

function failure({ errno = '', errnoNumber }: SocketCall): string {
	const exception = EXCEPTIONS[errno] ?? 'OSError';
	return errnoNumber === undefined ? `${exception} ${errno}` : `${exception} [Errno ${errnoNumber}] ${errno}`;
}

function addressOf(place: Place): string {
	return 'path' in place ? pathOf(place.path) : `('${place.host}', ${place.port})`;
}

/** An abstract name begins with a zero byte. */
function pathOf(path: string): string {
	return path.startsWith('@') ? `'\\x00${path.slice(1)}'` : `'${path.replaceAll("'", "\\'")}'`;
}

function optionValue(option: SocketCall['option']): string {
	if (option?.name === 'SO_LINGER') return `struct.pack('ii', ${option.value})`;
	if (typeof option?.value === 'number') return String(option.value);
	return option?.name.startsWith('IP_')
		? `inet_aton('${option.value}') + inet_aton('0.0.0.0')`
		: `'${option?.value ?? ''}'`;
}

function bytesOf({ bytes = NONE, done, size, name }: SocketCall): string {
	const { text, isCut } = literalText(bytes, "'");
	const isSent = name === 'send' || name === 'sendto' || name === 'sendall';
	// A part of a larger message.
	if (isSent && size === undefined && bytes !== NONE) return `b'${text}'...`;
	const length = isSent ? (size ?? 0) : (done ?? bytes.length);
	return isCut || length > bytes.length ? `b'${text}'... (len ${length})` : `b'${text}'`;
}

const NONE = new Uint8Array(0);
