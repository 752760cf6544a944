import { toLatin1 } from '../../payload/codec/ascii.ts';
import type { Emit } from '../description/emitter.ts';
import { Omissions } from '../description/omissions.ts';
import { omittedLines, titleOf } from '../text/header.ts';
import { comment } from '../text/lines.ts';
import { wordOf } from './words.ts';

/** The first request of a client: its method, target, headers and body. */
const REQUEST = /^([A-Z]+) (\/\S*) HTTP\/1\.1\r\n((?:[!-9;-~]+:[ \t]*[^\r\n]*\r\n)*)\r\n([\s\S]*)$/;

/** Headers that curl sends unless they are switched off. */
const OWN = ['User-Agent', 'Accept'];

/** Writes a client that sends one request of HTTP/1.1, byte for byte; undefined for any other program. */
export const emitCurl: Emit = (program, words) => {
	const { task, place } = program;
	if (task.type !== 'talk' || place.transport !== 'tcp') return undefined;
	const sent = task.steps.flatMap((step) => (step.type === 'send' ? [step.bytes] : []));
	const [bytes] = sent;
	const found = bytes === undefined || sent.length > 1 ? null : REQUEST.exec(toLatin1(bytes));
	if (found === null) return undefined;
	const [, method = '', target = '', fields = '', body = ''] = found;
	// curl would write another length, or chunks.
	if (body !== '' || method === 'HEAD') return undefined;
	const headers = fields.split('\r\n').slice(0, -1);
	const names = new Set(headers.map((one) => one.slice(0, one.indexOf(':')).toLowerCase()));
	const off = OWN.filter((name) => !names.has(name.toLowerCase())).map((name) => `${name}:`);
	const host = place.host.includes(':') ? `[${place.host}]` : place.host;
	const omissions = new Omissions();
	omissions.addAll(program.omitted);
	const secure = program.tls?.side === 'client' ? program.tls : undefined;
	if (secure !== undefined && secure.alpn.length > 0) omissions.add('option', 'alpn');
	if (secure !== undefined && secure.servername !== place.host) omissions.add('option', 'servername');
	const options = [
		'--include',
		...(secure?.verify === false ? ['--insecure'] : []),
		...(secure?.ca === undefined ? [] : ['--cacert', wordOf(secure.ca)]),
		...(method === 'GET' ? [] : ['--request', method]),
		...[...off, ...headers].flatMap((one) => ['--header', wordOf(one)]),
	];
	const head = [titleOf(program, words), ...omittedLines(omissions.list(), words)];
	const text = [
		'#!/bin/sh',
		...head.flatMap((line) => comment('#', line)),
		'',
		`curl --http1.1 --path-as-is ${options.join(' ')} ${wordOf(`http${secure === undefined ? '' : 's'}://${host}:${place.port}${target}`)}`,
	];
	return { text: `${text.join('\n')}\n`, omitted: omissions.list() };
};
