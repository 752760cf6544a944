import { LIMITS } from '../../../common/contract/base/limits.ts';
import type { Sending, SendResult } from '../../../common/contract/calls/sending.ts';
import { traitsOf } from '../../../common/endpoints/index.ts';
import type { LiveConnection } from '../core/context.ts';
import type { EndpointRecord } from '../core/endpoint-record.ts';
import { shownPath } from '../core/located.ts';
import type { FileRequest, RepeatRequest, Repetition, SendPlace, SendRequest, TemplateRequest } from '../core/types.ts';
import { FileJob, openFile } from '../sending/file-job.ts';
import { Lane } from '../sending/lane.ts';
import { MessageJob } from '../sending/message-job.ts';
import { RepeatJob } from '../sending/repeat-job.ts';
import { RepeatedTemplate, readTemplate } from '../sending/template.ts';
import { engineError } from '../sentences/engine-error.ts';

/** Messages in flight to the kernel for a datagram socket, and for a stream. */
const DATAGRAMS_AHEAD = 64;
const STREAM_AHEAD = 1;

/** The connections of a request. Fails where there is none. */
async function targets(record: EndpointRecord, place: SendPlace): Promise<LiveConnection[]> {
	const { runner, config, context } = record;
	const named = place.connection === undefined ? place.connections : [place.connection];
	if (named !== undefined) {
		const alive = [...new Set(named)].flatMap((id) => context.connections.get(id) ?? []);
		const ours = alive.filter(({ endpoint }) => endpoint === record.id);
		if (ours.length > 0) return ours;
		const { name } = config;
		const [id, ...others] = named;
		if (id !== undefined && others.length === 0) throw engineError('not-found', 'noConnectionOf', { name, id });
		throw engineError('not-found', 'noConnectionsOf', { name, count: named.length });
	}
	if (runner === undefined || record.status !== 'open') {
		throw engineError('wrong-state', 'startToSend', { name: config.name, status: record.status });
	}
	if (runner.peerAt) return [await runner.peerAt(place.path)];
	if (runner.peer) return [await runner.peer(place.to)];
	const open = runner.targets();
	if (open.length > 0) return open;
	throw engineError('wrong-state', 'nothingToSendOn', { name: config.name });
}

/** The single connection of a request. */
export async function onlyTarget(record: EndpointRecord, place: SendPlace): Promise<LiveConnection> {
	const [only, ...others] = await targets(record, place);
	if (only !== undefined && others.length === 0) return only;
	const { name } = record.config;
	throw engineError('bad-input', 'severalConnections', { name, count: others.length + 1 }, { path: 'connection' });
}

async function lanes(record: EndpointRecord, place: SendPlace): Promise<Lane[]> {
	return (await targets(record, place)).map((connection) => new Lane(connection));
}

function checkSize({ length }: Uint8Array): void {
	if (length > LIMITS.payloadBytes) throw engineError('too-large', 'payloadTooLarge');
}

/**
 * Sends to the connections of a request. One failing connection does not fail the others; if all fail, the first error
 * is thrown.
 */
export async function send(record: EndpointRecord, request: SendRequest): Promise<SendResult> {
	checkSize(request.bytes);
	return sendTo(record, request, await lanes(record, request), request.bytes);
}

/** The same with a template. It is filled in, and its counters advance, once it is known where it goes. */
export async function sendTemplate(record: EndpointRecord, request: TemplateRequest): Promise<SendResult> {
	const message = readTemplate(request.message, record.context.names.variables());
	const to = await lanes(record, request);
	return sendTo(record, request, to, record.draws.fill(message, request.message.random).bytes);
}

async function sendTo(record: EndpointRecord, place: SendPlace, to: Lane[], bytes: Uint8Array): Promise<SendResult> {
	const { sendings } = record.context;
	const job = new MessageJob(sendings.nextId(), record.id, to, bytes);
	if (job.running) {
		sendings.add(job, false);
		await job.ended;
	}
	return withGone(job.result(), record, place);
}

/** Adds the connections that had already closed. */
function withGone(result: SendResult, { context, config }: EndpointRecord, { connections }: SendPlace): SendResult {
	const gone = (connections ?? []).filter((id) => !context.connections.has(id));
	const listed = new Set(result.failed?.map(({ connection }) => connection));
	const more = gone.filter((connection) => !listed.has(connection)).slice(0, 100);
	if (more.length === 0) return result;
	const closed = (connection: number) =>
		engineError('not-found', 'noConnectionOf', { name: config.name, id: connection }).toInfo();
	const failed = more.map((connection) => ({ connection, remote: '', error: closed(connection) }));
	return { ...result, failed: [...(result.failed ?? []), ...failed] };
}

/** Starts to send the same bytes repeatedly. */
export async function repeat(record: EndpointRecord, request: RepeatRequest): Promise<Sending> {
	const { bytes } = request;
	checkSize(bytes);
	return startRepeat(record, request, await lanes(record, request), () => bytes);
}

/** The same with a template, which is filled in for each message. */
export async function repeatTemplate(record: EndpointRecord, request: TemplateRequest & Repetition): Promise<Sending> {
	const message = readTemplate(request.message, record.context.names.variables());
	const to = await lanes(record, request);
	const filled = new RepeatedTemplate(message, record.draws, request.message.random);
	return startRepeat(record, request, to, (n) => filled.at(n));
}

function startRepeat(
	{ id, context, config }: EndpointRecord,
	{ intervalMs, count }: Repetition,
	to: Lane[],
	message: (n: number) => Uint8Array,
): Sending {
	const ahead = traitsOf(config.kind).bulk ? DATAGRAMS_AHEAD : STREAM_AHEAD;
	const how = { message, intervalMs, count, ahead };
	const job = new RepeatJob(context.sendings.nextId(), id, to, context, how);
	context.sendings.add(job, true);
	return job.state();
}

/** Starts to send a file. */
export async function sendFile(record: EndpointRecord, request: FileRequest): Promise<Sending> {
	const { context, config } = record;
	const path = record.pathAt(request.path);
	const file = await openFile(path, shownPath(request.path, path));
	try {
		const to = await lanes(record, request);
		const datagramBytes = traitsOf(config.kind).bulk ? request.datagramBytes : 0;
		const named = request.name === undefined ? file : { ...file, name: request.name };
		const job = new FileJob(context.sendings.nextId(), record.id, to, context, named, datagramBytes);
		context.sendings.add(job, true);
		return job.state();
	} catch (error) {
		await file.handle.close();
		throw error;
	}
}
