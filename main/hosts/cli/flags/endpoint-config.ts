import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import type { Framing } from '../../../../common/contract/config/framing.ts';
import type { Numbering } from '../../../../common/contract/config/numbering.ts';
import { type EndpointConfig, endpointConfigSchema, type Serve } from '../../../../common/endpoints/index.ts';
import { findPreset, type Preset, presets } from '../../../../common/presets/index.ts';
import { issueText } from '../terminal/issue-text.ts';
import { type AnswerChoices, chosenResponder } from './answers.ts';
import type { SocketUrl } from './url.ts';

/** What a person may say about the endpoint besides its address. */
export interface EndpointChoices extends AnswerChoices {
	readonly preset?: string | undefined;
	readonly framing?: Framing | undefined;
	readonly name?: string | undefined;
	/** Which numbered messages to match; true for those with a header. */
	readonly ledger?: Numbering | true | undefined;
	readonly serve?: Serve | undefined;
	/** Of a proxy. */
	readonly target?: { readonly host: string; readonly port: number } | undefined;
}

/** The kind of endpoint that a command makes, and what it is called unless a person names it. */
type Kind = Preset['config']['kind'];
const NAMES: Readonly<Record<Kind, string>> = {
	'tcp-server': 'tcp-listener',
	'tcp-client': 'tcp-client',
	udp: 'udp-listener',
	'unix-server': 'unix-listener',
	'unix-client': 'unix-client',
	'unix-datagram': 'unix-datagrams',
	'tcp-proxy': 'tcp-proxy',
	'udp-proxy': 'udp-proxy',
};

/** What fits a preset of each kind, to say when the wrong command or protocol was used. */
const RIGHT: Readonly<Record<Kind, string>> = {
	'tcp-server': 'is a server: use "wirebench listen tcp://HOST:PORT".',
	'tcp-client': 'is a client: use "wirebench connect tcp://HOST:PORT".',
	udp: 'is a UDP socket: use "wirebench listen udp://HOST:PORT".',
	'unix-server': 'is a Unix server: use "wirebench listen unix:PATH".',
	'unix-client': 'is a Unix client: use "wirebench connect unix:PATH".',
	'unix-datagram': 'is a Unix datagram socket: use "wirebench listen unixgram:PATH".',
	'tcp-proxy': 'is a TCP proxy: use "wirebench proxy tcp://HOST:PORT tcp://HOST:PORT".',
	'udp-proxy': 'is a UDP proxy: use "wirebench proxy udp://HOST:PORT udp://HOST:PORT".',
};

/** The preset of this name. Throws where there is none, or where it is of another kind than `wanted`. */
export function presetFor(id: string, wanted: Kind): Preset {
	const preset = findPreset(id);
	if (preset === undefined) {
		const ids = presets.map((each) => each.id).join(', ');
		throw new WirebenchError('bad-input', `There is no preset "${id}". There are: ${ids}.`);
	}
	const { kind } = preset.config;
	if (kind !== wanted) throw new WirebenchError('bad-input', `The preset "${id}" ${RIGHT[kind]}`);
	return preset;
}

/** A preset, or an endpoint without rules, at the given address, with what the person changed. */
export function endpointConfig(
	kind: Kind,
	{ protocol: _, ...place }: SocketUrl,
	choices: EndpointChoices,
): EndpointConfig {
	const preset = choices.preset === undefined ? undefined : presetFor(choices.preset, kind);
	if (choices.framing !== undefined && (kind.startsWith('udp') || kind === 'unix-datagram')) {
		throw new WirebenchError('bad-input', 'A datagram is a message by itself: --framing is for tcp://.');
	}
	if (choices.serve !== undefined && kind === 'udp') {
		throw new WirebenchError('bad-input', 'A UDP socket has no connections to wait: --serve is for tcp:// and unix:.');
	}
	const before = preset !== undefined && 'responder' in preset.config ? preset.config.responder : undefined;
	const responder = chosenResponder(choices, before);
	const parsed = endpointConfigSchema.safeParse({
		kind,
		name: NAMES[kind],
		...preset?.config,
		...place,
		...(choices.target === undefined ? {} : { target: choices.target }),
		...(choices.name === undefined ? {} : { name: choices.name }),
		...(choices.ledger === undefined ? {} : { ledger: choices.ledger === true ? { type: 'header' } : choices.ledger }),
		...(choices.framing === undefined ? {} : { framing: choices.framing }),
		...(choices.serve === undefined ? {} : { serve: choices.serve }),
		...(responder === undefined ? {} : { responder }),
	});
	if (parsed.success) return parsed.data;
	throw new WirebenchError('bad-input', issueText(parsed.error));
}
