import { type EndpointConfig, endpointConfigSchema } from '../../../common/contract/endpoint.ts';
import { WirebenchError } from '../../../common/contract/errors.ts';
import { findPreset, type Preset, presets } from '../../../common/presets/index.ts';
import type { SocketUrl } from './url.ts';

/** What a person may say about the endpoint besides where it listens. */
export interface ListenChoices {
	readonly preset?: string | undefined;
	readonly framing?: 'none' | 'line' | undefined;
	/** The reply to each message, a template in escaped text. */
	readonly reply?: string | undefined;
	readonly name?: string | undefined;
}

const KINDS = { tcp: 'tcp-server', udp: 'udp' } as const;

function presetFor(id: string, url: SocketUrl): Preset {
	const preset = findPreset(id);
	if (preset === undefined) {
		const ids = presets.map((each) => each.id).join(', ');
		throw new WirebenchError('not-found', `There is no preset "${id}". There are: ${ids}.`);
	}
	const { kind } = preset.config;
	if (kind === KINDS[url.protocol]) return preset;
	if (kind === 'tcp-client') {
		throw new WirebenchError('bad-input', `The preset "${id}" is a client: it connects, it cannot listen.`);
	}
	const right = kind === 'udp' ? 'udp' : 'tcp';
	throw new WirebenchError('bad-input', `The preset "${id}" needs ${right}://, not ${url.protocol}://.`);
}

/** Answers every message with `text`; what the preset does on open stays. */
function replyToAll(text: string, preset: Preset | undefined): unknown {
	const rule = { match: { type: 'any' }, reply: { format: 'escaped', text } };
	return { ...preset?.config.responder, rules: [rule] };
}

/** A preset, or an endpoint that only listens, at the given address, with what the person changed. */
export function listenConfig(url: SocketUrl, choices: ListenChoices): EndpointConfig {
	const { host, port } = url;
	const preset = choices.preset === undefined ? undefined : presetFor(choices.preset, url);
	if (choices.framing !== undefined && url.protocol === 'udp') {
		throw new WirebenchError('bad-input', 'A datagram is a message by itself: --framing is for tcp://.');
	}
	const parsed = endpointConfigSchema.safeParse({
		kind: KINDS[url.protocol],
		name: `${url.protocol}-listener`,
		...preset?.config,
		host,
		port,
		...(choices.name === undefined ? {} : { name: choices.name }),
		...(choices.framing === undefined ? {} : { framing: { type: choices.framing } }),
		...(choices.reply === undefined ? {} : { responder: replyToAll(choices.reply, preset) }),
	});
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	throw new WirebenchError('bad-input', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not usable.'}`);
}
