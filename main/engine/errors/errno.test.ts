import { spawnSync } from 'node:child_process';
import dns from 'node:dns';
import { constants } from 'node:os';
import { getSystemErrorMap } from 'node:util';
import { describe, expect, test } from 'vitest';
import { type Asked, askedIn, meaningOf, otherSubject } from '../../../common/errno/index.ts';
import { errnoNumber, errorText, toWirebenchError } from './errno.ts';

/** Winsock's codes, which Node lists on Windows alone. */
const WINSOCK = [
	'EINTR EBADF EACCES EFAULT EINVAL EMFILE EWOULDBLOCK EINPROGRESS EALREADY ENOTSOCK EDESTADDRREQ EMSGSIZE EPROTOTYPE',
	'ENOPROTOOPT EPROTONOSUPPORT ESOCKTNOSUPPORT EOPNOTSUPP EPFNOSUPPORT EAFNOSUPPORT EADDRINUSE EADDRNOTAVAIL ENETDOWN',
	'ENETUNREACH ENETRESET ECONNABORTED ECONNRESET ENOBUFS EISCONN ENOTCONN ESHUTDOWN ETOOMANYREFS ETIMEDOUT ECONNREFUSED',
	'ELOOP ENAMETOOLONG EHOSTDOWN EHOSTUNREACH ENOTEMPTY EPROCLIM EUSERS EDQUOT ESTALE EREMOTE SYSNOTREADY VERNOTSUPPORTED',
	'NOTINITIALISED EDISCON ENOMORE ECANCELLED EINVALIDPROCTABLE EINVALIDPROVIDER EPROVIDERFAILEDINIT SYSCALLFAILURE',
	'SERVICE_NOT_FOUND TYPE_NOT_FOUND _E_NO_MORE _E_CANCELLED EREFUSED HOST_NOT_FOUND TRY_AGAIN NO_RECOVERY',
].flatMap((line) => line.split(' ').map((name) => `WSA${name}`));

/**
 * All errors that Linux's manual pages name for a socket: connect, bind, listen, accept, send, recv, setsockopt; tcp,
 * udp, ip, ipv6, unix.
 */
const OF_SOCKETS = [
	'EACCES EADDRINUSE EADDRNOTAVAIL EAFNOSUPPORT EAGAIN EALREADY EBADF ECONNABORTED ECONNREFUSED ECONNRESET EDESTADDRREQ EDOM',
	'EFAULT EHOSTDOWN EHOSTUNREACH EINPROGRESS EINTR EINVAL EISCONN ELOOP EMFILE EMSGSIZE ENAMETOOLONG ENETDOWN ENETUNREACH',
	'ENFILE ENOBUFS ENODEV ENOENT ENOMEM ENONET ENOPROTOOPT ENOSPC ENOSR ENOSYS ENOTCONN ENOTDIR ENOTSOCK EOPNOTSUPP EPERM EPIPE',
	'EPROTO EPROTONOSUPPORT EPROTOTYPE EROFS ESHUTDOWN ESOCKTNOSUPPORT ETIMEDOUT ETOOMANYREFS EWOULDBLOCK',
].flatMap((line) => line.split(' '));

/** This platform's numbers and names, from another program. */
const PYTHON = spawnSync('python3', ['-c', 'import errno, json; print(json.dumps(errno.errorcode))'], {
	encoding: 'utf8',
});
const OF_PYTHON: Readonly<Record<string, string>> = PYTHON.status === 0 ? JSON.parse(PYTHON.stdout) : {};
const noPython = PYTHON.status === 0 ? undefined : 'python3 is not installed';

const LISTS: Readonly<Record<string, readonly string[]>> = {
	'os.constants.errno': Object.keys(constants.errno),
	libuv: [...getSystemErrorMap().values()].map(([name]) => name),
	'c-ares': Object.values(dns).flatMap((value) => (typeof value === 'string' && /^E/.test(value) ? [value] : [])),
	'manual pages': OF_SOCKETS,
	Winsock: WINSOCK,
};

const VERBS = ['connect to', 'listen on', 'bind to', 'send to', 'read from', 'write to', 'remove'] as const;
const asked = (verb: Asked['verb'], path?: string): Asked => ({ verb, target: path ?? '192.0.2.1:80', port: 80, path });

describe.each(Object.entries(LISTS))('%s', (_list, names) => {
	test('is complete', () => {
		expect(names.length).toBeGreaterThan(20);
		expect(names.filter((name) => meaningOf(name) === undefined)).toEqual([]);
	});

	test('each code explains what happened and what to check', () => {
		for (const name of names) {
			const meaning = meaningOf(name);
			for (const question of VERBS.flatMap((verb) => [asked(verb), asked(verb, '/tmp/a.sock')])) {
				expect(meaning?.sentence(question), name).toMatch(/^\S.{15,}\.$/);
				expect(meaning?.hint(question), name).toMatch(/^[A-Z].{10,}\.$/);
			}
			if (otherSubject(name) === undefined) expect(meaning?.code, name).not.toBe('internal');
			else expect(meaning?.sentence(asked('read from'))).toContain(`the system gave ${name}, which is about`);
		}
	});
});

test('errors that the manual pages name for sockets are not attributed to something else', () => {
	expect(OF_SOCKETS.filter((name) => otherSubject(name) !== undefined)).toEqual([]);
});

test('the number is the system’s, also for name errors and for codes without a Node constant', () => {
	expect(errnoNumber('ECONNREFUSED')).toBe(constants.errno.ECONNREFUSED);
	if (process.platform !== 'linux') return;
	expect(errnoNumber('ESHUTDOWN')).toBe(108);
	expect(errnoNumber('ENOTFOUND')).toBe(-2);
	expect(errnoNumber('EAI_AGAIN')).toBe(-3);
	expect(errnoNumber('ECHARSET')).toBeUndefined();
});

test.skipIf(noPython !== undefined)(
	`every errno of this platform has a meaning and its number ${noPython ?? ''}`,
	() => {
		expect(Object.keys(OF_PYTHON).length).toBeGreaterThan(50);
		expect(Object.values(OF_PYTHON).filter((name) => meaningOf(name) === undefined)).toEqual([]);
		const other = Object.entries(OF_PYTHON).filter(([number, name]) => errnoNumber(name) !== Number(number));
		expect(other).toEqual([]);
	},
);

test.skipIf(process.platform !== 'linux')("an error without a libuv name is reported by the system's name", () => {
	for (const code of ['Unknown system error -126', 'UNKNOWN']) {
		const error = toWirebenchError(Object.assign(new Error(code), { code, errno: -126 }), asked('connect to'));
		expect(errorText(error)).toMatch(/^ENOKEY \(126\): Could not connect to 192\.0\.2\.1:80: the system gave ENOKEY/);
	}
});

test('an unknown code is reported as the system returned it', () => {
	const thrown = Object.assign(new Error('the moon is full'), { code: 'EMOON', syscall: 'connect' });
	const error = toWirebenchError(thrown, asked('connect to'));
	expect(errorText(error)).toBe('EMOON: Could not connect to 192.0.2.1:80: the moon is full.');
	expect(error.code).toBe('internal');
});

describe('the meaning of an event’s error depends on the operation', () => {
	test.each([
		['EADDRINUSE', 'tcp-server', 0, 'none', /^Use another port, or stop/],
		['EADDRINUSE', 'tcp-proxy', 0, 'none', /^Use another port, or stop/],
		['EADDRINUSE', 'udp', 0, 'none', /^Use another port, or stop/],
		['EADDRINUSE', 'unix-server', 0, 'none', /^Use another path, or stop/],
		['EADDRINUSE', 'tcp-client', 0, 'none', /^The local port is taken/],
		['EADDRNOTAVAIL', 'tcp-server', 0, 'none', /^Use 127\.0\.0\.1/],
		['EADDRNOTAVAIL', 'tcp-client', 0, 'none', /^Check the local address/],
		['EACCES', 'tcp-server', 0, 'none', /^Ports below 1024/],
		['EACCES', 'udp', 0, 'none', /^Ports below 1024/],
		['EACCES', 'udp', 7, 'out', /^Check the firewall; a broadcast/],
		['EACCES', 'tcp-client', 0, 'none', /^Check the firewall/],
		['EACCES', 'unix-server', 0, 'none', /^Check who may write to the path/],
		['EINVAL', 'tcp-server', 0, 'none', /^Check the address/],
		['EINVAL', 'udp', 7, 'out', /^A socket bound to 127\.0\.0\.1/],
		['EINVAL', 'unix-client', 0, 'none', /^Use a shorter path/],
		['ENOENT', 'unix-server', 0, 'none', /^Make the folder first/],
		['ENOENT', 'unix-client', 0, 'none', /^Check the path, and start the server/],
		['ETIMEDOUT', 'tcp-client', 0, 'none', /^Check the address/],
		['ETIMEDOUT', 'tcp-server', 7, 'none', /^The other machine or the network/],
		['ETIMEDOUT', 'tcp-proxy', 7, 'none', /^Check the address/],
		['ECONNREFUSED', 'unix-client', 0, 'none', /^The socket was left behind/],
		['EMSGSIZE', 'unix-datagram', 7, 'out', /send buffer/],
		['EMSGSIZE', 'udp', 7, 'out', /^A UDP datagram/],
	] as const)('%s of %s, connection %i, %s', (errno, endpointKind, connection, direction, hint) => {
		expect(meaningOf(errno)?.hint(askedIn({ endpointKind, connection, direction }))).toMatch(hint);
	});

	test('a client’s local port in use is not reported as its target', () => {
		const sentence = meaningOf('EADDRINUSE')?.sentence(asked('connect to'));
		expect(sentence).toBe('The local address or port for 192.0.2.1:80 is in use.');
	});
});
