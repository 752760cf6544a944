/** What a program does, whatever its language: made from the config of an endpoint, or from an exchange. */
export interface CodeProgram {
	readonly name: string;
	readonly place: CodePlace;
	readonly task: CodeTask | CodeForward;
	/** Encrypts a stream. An emitter that cannot names it as left out. */
	readonly tls?: CodeTls | undefined;
	readonly options: readonly CodeOption[];
	/** The script that answers in the endpoint, for people to read. */
	readonly script?: string | undefined;
	/** What no language is given: each emitter adds what its own cannot express. */
	readonly omitted: readonly Omitted[];
}

/** Where the socket is bound, or where it connects to. */
export type CodePlace =
	| { readonly transport: 'tcp' | 'udp'; readonly host: string; readonly port: number }
	| { readonly transport: 'unix' | 'unix-datagram'; readonly path: string };

/** Certificates are files in PEM, beside the program where they have no path. `alpn`: protocols, the preferred one first. */
export type CodeTls = CodeTlsServer | CodeTlsClient;

export interface CodeTlsServer {
	readonly side: 'server';
	readonly cert: string;
	readonly key: string;
	readonly alpn: readonly string[];
}

export interface CodeTlsClient {
	readonly side: 'client';
	readonly verify: boolean;
	readonly servername: string;
	/** Trusted in place of the system's authorities. */
	readonly ca: string | undefined;
	readonly alpn: readonly string[];
}

/** Something of the endpoint that the program does not do; its sentence is in the texts under its code. */
export interface Omitted {
	readonly code: OmittedCode;
	/** A name or a value that the sentence has; empty where it has none. */
	readonly params: { readonly name: string };
}

const OMITTED_CODES = [
	'oneClientAtATime',
	'aloneInChat',
	'afterPeerEnd',
	'pendingAnswers',
	'script',
	'fieldsRule',
	'composedReply',
	'join',
	'unfinished',
	'idleFraming',
	'placeholder',
	'regex',
	'file',
	'states',
	'option',
	'tls',
	'halfCloseTls',
	'upstreamProxy',
	'reconnect',
	'lossReport',
	'charsetText',
	'turns',
	'fault',
	'rewrite',
	'comparing',
	'timeLimits',
] as const;
export type OmittedCode = (typeof OMITTED_CODES)[number];

export type CodeTask =
	/** Listens, or is bound, and answers whoever sends. */
	| ({ readonly type: 'serve'; readonly backlog: number; readonly oneAtATime: boolean } & CodeAnswers)
	/** Connects, and answers what the peer sends. */
	| ({ readonly type: 'answer' } & CodeAnswers)
	/** Connects, and goes through steps. */
	| { readonly type: 'talk'; readonly steps: readonly CodeStep[] }
	/** Sends messages one by one, and waits for the answer to each. */
	| {
			readonly type: 'ask';
			readonly messages: readonly Uint8Array[];
			readonly timeoutMs: number;
			readonly repeats: number;
	  }
	/** Sends what a person types, line by line. */
	| { readonly type: 'type' };

/** Passes on what clients send to another place, and back what that one sends. */
export interface CodeForward {
	readonly type: 'forward';
	readonly backlog: number;
	readonly target: { readonly host: string; readonly port: number };
	/** Encrypts what goes to the target. */
	readonly targetTls: CodeTlsClient | undefined;
	/** Milliseconds that each direction waits before it passes something on. */
	readonly delays: { readonly toTarget: number; readonly toClient: number };
	/** UDP: milliseconds of silence after which a client is forgotten. */
	readonly idleMs: number;
}

export interface CodeAnswers {
	readonly framing: CodeFraming;
	readonly onOpen: CodeAnswer | undefined;
	/** The last one may match everything; none after it. */
	readonly rules: readonly CodeRule[];
}

export type CodeFraming =
	| { readonly type: 'none' }
	/** `lines`: LF in it stands for LF or CR LF. */
	| { readonly type: 'delimiter'; readonly delimiter: Uint8Array; readonly lines: boolean }
	| { readonly type: 'fixed'; readonly length: number }
	/** `head`: bytes up to and including the field. `add`: to its value, for the bytes that follow the head. */
	| {
			readonly type: 'length';
			readonly head: number;
			readonly size: number;
			readonly order: 'big' | 'little';
			readonly add: number;
	  };

export interface CodeAnswer {
	readonly delayMs: number;
	/** Empty: nothing is sent. */
	readonly reply: readonly CodePart[];
	readonly file: CodeFile | undefined;
	readonly after: 'keep' | 'end' | 'reset';
}

export interface CodeRule extends CodeAnswer {
	readonly match: CodeMatch;
	readonly when: string | undefined;
	readonly next: string | undefined;
}

export type CodeMatch =
	| { readonly type: 'any' }
	| { readonly type: 'equals' | 'starts' | 'ends' | 'contains'; readonly bytes: Uint8Array }
	| { readonly type: 'regex'; readonly pattern: string; readonly ignoreCase: boolean };

/** A file that follows a reply. */
export interface CodeFile {
	/** A file, or with `name` a folder; undefined: the folder of the program. */
	readonly path: string | undefined;
	/** Names a file in the folder. */
	readonly name: CodeValue | undefined;
	/** The next rule answers where there is no such file. */
	readonly optional: boolean;
}

export type CodePart = { readonly type: 'bytes'; readonly bytes: Uint8Array } | CodeValue;

const VALUE_TYPES = ['data', 'eol', 'head', 'n', 'peer', 'time', 'iso', 'http-date', 'size', 'media-type'] as const;

/** A value that is filled in when the reply is sent. */
export type CodeValue = { readonly filters: readonly CodeFilter[] } & (
	| { readonly type: (typeof VALUE_TYPES)[number] }
	| { readonly type: 'group'; readonly group: number }
);

export type CodeFilter =
	| { readonly type: 'upper' | 'lower' | 'hex' | 'reverse' | 'trim' | 'unescape' | 'length' }
	| { readonly type: 'field'; readonly size: number; readonly order: 'big' | 'little' };

export type CodeStep =
	| { readonly type: 'send'; readonly bytes: Uint8Array }
	/** Receives as many bytes and compares them. */
	| { readonly type: 'receive'; readonly bytes: Uint8Array }
	/** Nothing more is received: the peer ends. */
	| { readonly type: 'receive-end' }
	/** Receives until the peer ends. */
	| { readonly type: 'receive-all' }
	| { readonly type: 'wait'; readonly ms: number }
	/** Half-close: the peer receives the end, and can still send. */
	| { readonly type: 'end' };

/** An option that the program sets with setsockopt, by the names of the system's headers. */
export interface CodeOption {
	/** `listener`: before bind. `connection`: of each connection. */
	readonly on: 'listener' | 'connection';
	readonly level: string;
	readonly name: string;
	readonly value: number;
	readonly why: OptionReason;
}

const OPTION_REASONS = [
	'reuseAddress',
	'reusePort',
	'noDelay',
	'keepAlive',
	'keepAliveIdle',
	'ipv6Only',
	'buffer',
	'ttl',
	'broadcast',
	'multicast',
] as const;
export type OptionReason = (typeof OPTION_REASONS)[number];
