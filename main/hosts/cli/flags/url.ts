import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { SCHEMES, type Scheme, schemeNamed } from '../../../../common/endpoints/index.ts';
import { addresses } from '../../../../common/words/en/cli/addresses.ts';
import { spoken } from '../terminal/language.ts';

const words = () => spoken('addresses', addresses);

/** An address to listen on or to send to. The schemes are those of `common/endpoints`; an IPv6 address is in brackets. */
export type SocketUrl = NetworkUrl | PathUrl;

export interface NetworkUrl {
	/** The name of its scheme. */
	readonly protocol: string;
	/** Address or name, without brackets. */
	readonly host: string;
	/** 0 to 65535. */
	readonly port: number;
}

export interface PathUrl {
	readonly protocol: string;
	/** A leading `@` means an abstract name. */
	readonly path: string;
}

const SHAPE = /^(?<protocol>[a-z]+):\/\/(?:\[(?<bracketed>[^\]]+)\]|(?<plain>[^:/[\]]+)):(?<port>[^/\s]+)\/?$/i;
const PATH = /^(?<protocol>[a-z]+):(?:\/\/)?(?<path>.+)$/is;

const PORTS = SCHEMES.filter(({ place }) => place === 'port');
const PATHS = SCHEMES.filter(({ place }) => place === 'path');

const forms = (schemes: readonly Scheme[]) => schemes.map(({ form }) => form);
const withNote = ({ form, note }: Scheme) => (note === undefined ? form : words().noted[note](form));

/** Help text for a command's address. */
export function urlHelp(): string {
	return words().url(forms(PORTS).join(', '), PATHS.map(withNote).join(words().or));
}

/** The same for a command that supports TLS. */
export function streamUrlHelp(): string {
	return words().stream(urlHelp());
}

function bad(text: string, why: string): WirebenchError {
	return new WirebenchError('bad-input', words().bad(text, why));
}

/**
 * Throws a WirebenchError `bad-input` with the reason in a sentence.
 * @param lowestPort 0 where the system may choose a port, else 1
 */
export function parseSocketUrl(text: string, lowestPort: 0 | 1): SocketUrl {
	const { protocol: pathProtocol = '', path = '' } = PATH.exec(text)?.groups ?? {};
	const ofPath = schemeNamed(pathProtocol);
	if (ofPath?.place === 'path') return { protocol: ofPath.name, path };
	const groups = SHAPE.exec(text)?.groups;
	if (groups === undefined) {
		const either = (schemes: readonly Scheme[]) => forms(schemes).join(words().either);
		throw bad(text, words().write(either(PORTS), either(PATHS)));
	}
	const scheme = schemeNamed(groups.protocol ?? '');
	if (scheme === undefined) {
		const ports = PORTS.map(({ name }) => `${name}://`).join(', ');
		throw bad(text, words().begin(ports, PATHS.map(({ name }) => `${name}:`).join(words().either)));
	}
	const port = Number(groups.port);
	if (!/^\d+$/.test(groups.port ?? '') || port < lowestPort || port > 65535) {
		throw bad(text, words().port(lowestPort, groups.port ?? ''));
	}
	return { protocol: scheme.name, host: groups.bracketed ?? groups.plain ?? '', port };
}
