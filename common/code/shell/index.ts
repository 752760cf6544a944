import type { Emit } from '../description/emitter.ts';
import { Omissions } from '../description/omissions.ts';
import type { CodePlace, CodeProgram, CodeStep } from '../description/program.ts';
import { omittedLines, titleOf } from '../text/header.ts';
import { comment } from '../text/lines.ts';
import { OPENSSL } from './openssl.ts';
import type { Tool } from './tool.ts';
import { printfOf, wordOf } from './words.ts';

const NC: Tool = {
	client: (place) => {
		if (place.transport === 'unix') return `nc -NU ${wordOf(place.path)}`;
		if ('path' in place) return undefined;
		return `nc ${place.transport === 'udp' ? '-u -w 1' : '-N'} ${wordOf(place.host)} ${place.port}`;
	},
	greeter: (place, command) => {
		if (place.transport !== 'tcp') return undefined;
		return ['while true; do', `  ${command} | nc -N -l ${wordOf(place.host)} ${place.port}`, 'done'];
	},
	echo: () => undefined,
	proxy: () => undefined,
};

/** An address of socat, in which these characters separate options. */
const quoted = (text: string): string => text.replace(/[\\:,!"'([{]/g, '\\$&');

const socatHost = (host: string): string => (host.includes(':') ? `[${host}]` : quoted(host));

const SOCAT: Tool = {
	client: (place) => {
		switch (place.transport) {
			case 'tcp':
				return `socat -t 60 - ${wordOf(`TCP:${socatHost(place.host)}:${place.port}`)}`;
			case 'udp':
				return `socat -t 1 - ${wordOf(`UDP:${socatHost(place.host)}:${place.port}`)}`;
			case 'unix':
				return `socat -t 60 - ${wordOf(address('UNIX-CONNECT', place.path))}`;
			case 'unix-datagram':
				return undefined;
		}
	},
	greeter: (place, command) => {
		const listens = listening(place);
		return listens === undefined ? undefined : [`socat -U ${wordOf(listens)} ${wordOf(`SYSTEM:${quoted(command)}`)}`];
	},
	echo: (place) => {
		const listens = place.transport === 'udp' ? udpListening(place) : listening(place);
		return listens === undefined ? undefined : `socat ${wordOf(listens)} EXEC:cat`;
	},
	proxy: (place, { target, idleMs }) => {
		const to = `${socatHost(target.host)}:${target.port}`;
		if (place.transport !== 'udp') {
			const listens = listening(place);
			return listens === undefined ? undefined : `socat -t 60 ${wordOf(listens)} ${wordOf(`TCP:${to}`)}`;
		}
		const listens = `UDP-LISTEN:${place.port},bind=${socatHost(place.host)},fork`;
		return `socat -T ${idleMs / 1000} ${wordOf(listens)} ${wordOf(`UDP:${to}`)}`;
	},
};

function address(kind: string, path: string): string {
	return path.startsWith('@')
		? `ABSTRACT-${kind.replace('UNIX-', '')}:${quoted(path.slice(1))}`
		: `${kind}:${quoted(path)}`;
}

/** A process for each client. */
function listening(place: CodePlace): string | undefined {
	if (place.transport === 'unix') return `${address('UNIX-LISTEN', place.path)},fork,unlink-early`;
	if (place.transport !== 'tcp') return undefined;
	return `TCP-LISTEN:${place.port},bind=${socatHost(place.host)},reuseaddr,fork`;
}

function udpListening({ host, port }: Extract<CodePlace, { host: string }>): string {
	return `UDP-RECVFROM:${port},bind=${socatHost(host)},fork`;
}

/** Bytes that a client sends in one piece, and whether it waits for nothing in between. */
function sent(steps: readonly CodeStep[]): Uint8Array[] {
	return steps.flatMap((step) => (step.type === 'send' ? [step.bytes] : []));
}

/** One line, where there is one. */
function textLines(line: string | undefined): string[] | undefined {
	return line === undefined ? undefined : [line];
}

/** The lines of a program for a tool; undefined where it cannot do the task. */
function linesOf({ task, place, tls }: CodeProgram, tool: Tool, omissions: Omissions): readonly string[] | undefined {
	switch (task.type) {
		case 'type': {
			const client = tool.client(place, tls);
			return client === undefined ? undefined : [client];
		}
		case 'talk': {
			const client = tool.client(place, tls);
			if (client === undefined) return undefined;
			const messages = sent(task.steps);
			if (messages.length > 1) omissions.add('turns');
			if (tool.secures && task.steps.some(({ type }) => type === 'end')) omissions.add('halfCloseTls');
			if (task.steps.some(({ type }) => type === 'receive' || type === 'receive-end')) omissions.add('comparing');
			const prints = messages.map((one) => printfOf(one));
			return prints.length === 1
				? [`${prints.join('')} | ${client}`]
				: ['{', ...prints.map((one) => `  ${one}`), `} | ${client}`];
		}
		case 'ask': {
			const client = tool.client(place, tls);
			if (client === undefined) return undefined;
			if (task.repeats > 0) omissions.add('option', 'repeats');
			return task.messages.map((one) => `${printfOf(one)} | ${client}`);
		}
		case 'serve': {
			const [rule, ...more] = task.rules;
			const { onOpen } = task;
			if (onOpen === undefined && rule !== undefined && more.length === 0) {
				const [part, ...parts] = rule.reply;
				const isEcho =
					rule.match.type === 'any' && part?.type === 'data' && part.filters.length === 0 && parts.length === 0;
				const echo = isEcho && rule.after === 'keep' && rule.file === undefined ? tool.echo(place) : undefined;
				if (echo === undefined) return undefined;
				if (rule.delayMs > 0) omissions.add('option', 'delay');
				return [echo];
			}
			if (onOpen === undefined || onOpen.after !== 'end' || onOpen.file !== undefined) return undefined;
			const [part, ...parts] = onOpen.reply;
			if (part === undefined || parts.length > 0) return undefined;
			if (part.type === 'bytes') return tool.greeter(place, printfOf(part.bytes));
			return part.type === 'time' && part.filters.length === 0
				? tool.greeter(place, `LC_ALL=C date "+%a %b %e %H:%M:%S %Y" | tr -d "\\n"`)
				: undefined;
		}
		case 'forward':
			if (task.delays.toTarget + task.delays.toClient > 0) omissions.add('fault', 'latency');
			return textLines(tool.proxy(place, task));
		case 'answer':
			return undefined;
	}
}

function emit(tool: Tool): Emit {
	return (program, words) => {
		const { tls, task } = program;
		const isSecure = tls !== undefined || (task.type === 'forward' && task.targetTls !== undefined);
		// Without TLS its peer would not understand it.
		if (isSecure && !tool.secures) return undefined;
		const omissions = new Omissions();
		omissions.addAll(program.omitted);
		const lines = linesOf(program, tool, omissions);
		if (lines === undefined) return undefined;
		for (const { name } of program.options) if (name !== 'SO_REUSEADDR') omissions.add('option', name);
		const head = [titleOf(program, words), ...omittedLines(omissions.list(), words)];
		const text = ['#!/bin/sh', ...head.flatMap((line) => comment('#', line)), '', ...lines];
		return { text: `${text.join('\n')}\n`, omitted: omissions.list() };
	};
}

/** OpenBSD's netcat, whose -N ends the sending direction when its input ends. */
export const emitNc: Emit = emit(NC);
export const emitSocat: Emit = emit(SOCAT);
export const emitOpenssl: Emit = emit(OPENSSL);
