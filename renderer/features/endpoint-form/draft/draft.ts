import type { Numbering } from '../../../../common/contract/config/numbering.ts';
import type { Action, Match, ReplyFile, Responder, Rule } from '../../../../common/contract/config/responder.ts';
import {
	type AfterPeerEnd,
	configuredAddress,
	type EndpointConfig,
	type EndpointKind,
	optionsOf,
	type Reconnect,
	type Serve,
	type TcpClientConfig,
} from '../../../../common/endpoints/index.ts';
import type { PayloadFormat } from '../../../../common/payload/schema.ts';
import { type StreamFramingDraft, streamFramingDraft } from './framing-draft.ts';
import { type OptionsDraft, optionsDraft } from './options-draft.ts';
import { type ProxyDraft, proxyDraft } from './proxy-draft.ts';
import { type AsksDraft, asksDraft } from './request-list-draft.ts';
import { type ScriptDraft, scriptDraft } from './script-draft.ts';
import { type TlsDraft, tlsDraft } from './tls-draft.ts';
import { type ViaDraft, viaDraft } from './upstream-proxy-draft.ts';

/** A config while it is edited: numbers are the characters as typed, and switched-off parts keep their text. */
export interface EndpointDraft extends StreamFramingDraft, ViaDraft, ScriptDraft {
	readonly kind: EndpointKind;
	readonly name: string;
	readonly host: string;
	readonly port: string;
	/** Unix sockets, instead of host and port. */
	readonly path: string;
	/** TCP servers. */
	readonly backlog: string;
	readonly serve: Serve;
	/** TCP clients; the reconnect settings also for Unix clients. */
	readonly connectTimeoutMs: string;
	/** UDP sockets and proxies too. */
	readonly family: TcpClientConfig['family'];
	/** Empty: the system chooses. */
	readonly localHost: string;
	readonly localPort: string;
	/** Whether the following fields apply. */
	readonly reconnects: boolean;
	readonly firstMs: string;
	readonly maxMs: string;
	readonly attempts: string;
	/** Streams. */
	readonly noDelay: boolean;
	readonly afterPeerEnd: AfterPeerEnd;
	/** UDP sockets: both empty for none. */
	readonly remoteHost: string;
	readonly remotePort: string;
	/** Proxies. */
	readonly proxy: ProxyDraft;
	/** Unix datagram sockets; empty for none. */
	readonly remotePath: string;
	readonly asks: AsksDraft;
	/** Whether `onOpen` applies. */
	readonly greets: boolean;
	readonly onOpen: ActionDraft;
	readonly rules: readonly RuleDraft[];
	readonly options: OptionsDraft;
	/** Undefined for no loss report. */
	readonly ledger: Numbering | undefined;
	/** TCP servers and clients. */
	readonly tls: TlsDraft;
}

export interface ActionDraft {
	readonly delayMs: string;
	readonly replyFormat: PayloadFormat | 'nothing';
	readonly reply: string;
	/** Whether a file follows the reply. */
	readonly hasFile: boolean;
	readonly filePath: string;
	/** Empty: the path is that of a file. */
	readonly fileName: string;
	readonly fileMissing: ReplyFile['missing'];
	readonly after: Action['after'];
}

export interface RuleDraft extends ActionDraft {
	/** Identifies rules while they are moved. */
	readonly key: number;
	/** Index of the rule in the stored config. */
	readonly origin?: number;
	readonly match: Match['type'];
	readonly patternFormat: PayloadFormat;
	readonly pattern: string;
	readonly ignoreCase: boolean;
}

let lastKey = 0;

/** An echo rule to start from. */
export function newRule(): RuleDraft {
	lastKey += 1;
	return {
		key: lastKey,
		match: 'any',
		patternFormat: 'text',
		pattern: '',
		ignoreCase: false,
		...actionDraft({ delayMs: 0, reply: { format: 'text', text: '{{data}}' }, after: 'keep' }),
	};
}

/** The draft of a config. */
export function draftOf(config: EndpointConfig): EndpointDraft {
	const stream = 'afterPeerEnd' in config ? config : undefined;
	const responder: Responder = 'responder' in config ? config.responder : { rules: [] };
	const { onOpen, rules } = responder;
	const { address, port, path = '' } = configuredAddress(config);
	return {
		kind: config.kind,
		name: config.name,
		host: address,
		port: String(port),
		path,
		backlog: 'backlog' in config ? String(config.backlog) : '',
		serve: 'serve' in config ? config.serve : 'all',
		...clientDraft(config.kind === 'tcp-client' ? config : undefined),
		...(config.kind === 'tcp-proxy' ? dialDraft(config) : {}),
		...(config.kind === 'udp' || config.kind === 'udp-proxy' ? { family: config.family ?? 'any' } : {}),
		proxy: proxyDraft(config),
		...reconnectDraft('reconnect' in config ? config.reconnect : undefined),
		noDelay: !('noDelay' in config) || config.noDelay,
		afterPeerEnd: stream?.afterPeerEnd ?? 'end',
		...streamFramingDraft('framing' in config ? config : { framing: { type: 'none' } }),
		remoteHost: (config.kind === 'udp' ? config.remote?.host : undefined) ?? '',
		remotePort: config.kind === 'udp' && config.remote !== undefined ? String(config.remote.port) : '',
		remotePath: (config.kind === 'unix-datagram' ? config.remote : undefined) ?? '',
		asks: asksDraft(config.kind === 'udp' ? config.asks : undefined),
		greets: onOpen !== undefined,
		onOpen: actionDraft(onOpen ?? { delayMs: 0, reply: { format: 'text', text: 'Welcome!' }, after: 'keep' }),
		rules: rules.map((rule, origin) => ({ ...ruleDraft(rule), origin })),
		...scriptDraft(responder.script),
		options: optionsDraft(optionsOf(config)),
		ledger: 'ledger' in config ? config.ledger : undefined,
		tls: tlsDraft(config),
	};
}

function clientDraft(config: TcpClientConfig | undefined) {
	return {
		connectTimeoutMs: String(config?.connectTimeoutMs ?? ''),
		family: config?.family ?? 'any',
		localHost: config?.localHost ?? '',
		localPort: String(config?.localPort ?? ''),
		...viaDraft(config?.via),
	};
}

/** The fields that proxies share with a client. */
function dialDraft({ connectTimeoutMs, family }: Pick<TcpClientConfig, 'connectTimeoutMs' | 'family'>) {
	return { connectTimeoutMs: String(connectTimeoutMs), family };
}

function reconnectDraft(reconnect: Reconnect | undefined) {
	const { firstMs = 1000, maxMs = 30_000, attempts = 0 } = reconnect ?? {};
	return {
		reconnects: reconnect !== undefined,
		firstMs: String(firstMs),
		maxMs: String(maxMs),
		attempts: String(attempts),
	};
}

function ruleDraft({ match, ...action }: Rule): RuleDraft {
	const blank = newRule();
	const written = match.type === 'any' || match.type === 'regex' ? undefined : match.pattern;
	return {
		...blank,
		...actionDraft(action),
		match: match.type,
		patternFormat: written?.format ?? 'text',
		pattern: match.type === 'regex' ? match.pattern : (written?.text ?? ''),
		ignoreCase: match.type === 'regex' && match.ignoreCase,
	};
}

function actionDraft({ delayMs, reply, file, after }: Action): ActionDraft {
	return {
		delayMs: String(delayMs),
		replyFormat: reply?.format ?? 'nothing',
		reply: reply?.text ?? '',
		hasFile: file !== undefined,
		filePath: file?.path ?? '',
		fileName: file?.name ?? '',
		fileMissing: file?.missing ?? 'error',
		after,
	};
}
