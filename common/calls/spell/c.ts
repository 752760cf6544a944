import type { Place, SocketCall } from '../call.ts';
import { literalText } from './bytes.ts';
import type { Spelled } from './spelled.ts';

const FAMILY = { inet: 'AF_INET', inet6: 'AF_INET6', unix: 'AF_UNIX' } as const;

/** A call in C, with addresses and values written as strace prints them. */
export function spellC(call: SocketCall): Spelled {
	return {
		code: codeOf(call),
		result: call.errno === undefined || call.name === 'getsockopt' ? resultOf(call) : failure(call),
	};
}

function codeOf(call: SocketCall): string {
	const { name, on, as = '', place, option } = call;
	switch (name) {
		case 'getaddrinfo':
			return `getaddrinfo(${place !== undefined && 'port' in place ? `"${place.host}", "${place.port}"` : 'NULL, NULL'}, &hints, &found)`;
		case 'socket':
			return `${as} = socket(${FAMILY[call.family ?? 'inet']}, ${call.datagram ? 'SOCK_DGRAM' : 'SOCK_STREAM'}, 0)`;
		case 'nonblocking':
			return `fcntl(${on}, F_SETFL, O_NONBLOCK)`;
		case 'setsockopt':
			return `setsockopt(${on}, ${option?.level}, ${option?.name}, ${optionValue(option)})`;
		case 'getsockopt':
			return `getsockopt(${on}, ${option?.level}, ${option?.name}, [${option?.value}], [4])`;
		case 'bind':
		case 'connect':
			return `${name}(${on}, ${addressOf(place)})`;
		case 'getsockname':
			return `getsockname(${on}, ${returned(place)})`;
		case 'listen':
			return `listen(${on}, ${call.backlog})`;
		case 'accept':
			return `${as === '' ? '' : `${as} = `}accept(${on}, ${returned(place)})`;
		case 'wrap':
			return `SSL_${call.tls ?? 'connect'}(ssl_${on})`;
		case 'select':
			return `poll([{fd=${on}, events=${call.ready === 'write' ? 'POLLOUT' : 'POLLIN'}}], 1, -1)`;
		case 'send':
			return call.tls === undefined
				? `send(${on}, ${bytesOf(call)}, ${sentSize(call)}, 0)`
				: `SSL_write(ssl_${on}, ${bytesOf(call)}, ${sentSize(call)})`;
		case 'sendall':
			return 'for (sent = 0; sent < length; sent += n)';
		case 'sendto':
			return `sendto(${on}, ${bytesOf(call)}, ${call.size ?? 0}, 0, ${addressOf(place)})`;
		case 'recv':
			return call.tls === undefined
				? `recv(${on}, ${bytesOf(call)}, ${call.size}, 0)`
				: `SSL_read(ssl_${on}, ${bytesOf(call)}, ${call.size})`;
		case 'recvfrom':
			return `recvfrom(${on}, ${bytesOf(call)}, ${call.size}, 0, ${returned(place)})`;
		case 'shutdown':
			return `shutdown(${on}, SHUT_WR)`;
		case 'close':
			return `close(${on})`;
	}
}

function resultOf({ name, done, found, version }: SocketCall): string {
	switch (name) {
		case 'getaddrinfo':
			return `0: ${(found ?? []).join(', ')}`;
		case 'socket':
		case 'accept':
		case 'sendall':
			return '';
		case 'wrap':
			return version === undefined ? '1' : `1 (${version})`;
		case 'select':
			return '1';
		case 'send':
		case 'sendto':
		case 'recv':
		case 'recvfrom':
			return String(done ?? 0);
		default:
			return '0';
	}
}

function failure({ errno = '', errnoNumber }: SocketCall): string {
	return errnoNumber === undefined ? `-1 ${errno}` : `-1 ${errno} (${errnoNumber})`;
}

/** An address and its length, in bytes on Linux. */
function addressOf(place: Place | undefined): string {
	if (place === undefined) return 'NULL, 0';
	if ('path' in place) return `{sa_family=AF_UNIX, sun_path="${place.path}"}, 110`;
	return place.host.includes(':')
		? `{sa_family=AF_INET6, sin6_port=htons(${place.port}), sin6_addr="${place.host}"}, 28`
		: `{sa_family=AF_INET, sin_port=htons(${place.port}), sin_addr=inet_addr("${place.host}")}, 16`;
}

/** An address that a call fills in. */
function returned(place: Place | undefined): string {
	return place === undefined ? 'NULL, NULL' : addressOf(place).replace(/(\d+)$/, '[$1]');
}

function optionValue(option: SocketCall['option']): string {
	if (option?.name === 'SO_LINGER') return '{l_onoff=1, l_linger=0}, 8';
	return typeof option?.value === 'number' ? `[${option.value}], 4` : `{"${option?.value ?? ''}"}, 8`;
}

/** Of a part of a larger message, what the loop has left. */
function sentSize({ size, bytes }: SocketCall): number | string {
	return size ?? (bytes === undefined ? 0 : 'length - sent');
}

function bytesOf({ bytes = NONE, done, errno, size, name }: SocketCall): string {
	const isSent = name === 'send' || name === 'sendto';
	if (errno !== undefined && !isSent) return 'buffer';
	const { text, isCut } = literalText(bytes, '"');
	const whole = size ?? (bytes === NONE ? 0 : Number.POSITIVE_INFINITY);
	const length = isSent ? whole : (done ?? bytes.length);
	return isCut || length > bytes.length ? `"${text}"...` : `"${text}"`;
}

const NONE = new Uint8Array(0);
