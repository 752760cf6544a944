import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { SCHEMES, type Scheme, schemeNamed } from '../../../../common/endpoints/index.ts';

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
const withNote = ({ form, note }: Scheme) => (note === undefined ? form : `${form} ${note}`);

/** Help text for a command's address. */
export const URL_HELP = `${forms(PORTS).join(', ')} (IPv6 as [::1]), ${PATHS.map(withNote).join(', or ')}`;

function bad(text: string, why: string): WirebenchError {
	return new WirebenchError('bad-input', `"${text}" is not an address to use: ${why}`);
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
		const ports = forms(PORTS).join(' or ');
		throw bad(text, `write ${ports}, an IPv6 address in brackets, or ${forms(PATHS).join(' or ')}.`);
	}
	const scheme = schemeNamed(groups.protocol ?? '');
	if (scheme === undefined) {
		const ports = PORTS.map(({ name }) => `${name}://`).join(', ');
		throw bad(text, `it has to begin with ${ports} or ${PATHS.map(({ name }) => `${name}:`).join(' or ')}.`);
	}
	const port = Number(groups.port);
	if (!/^\d+$/.test(groups.port ?? '') || port < lowestPort || port > 65535) {
		throw bad(text, `a port is a whole number from ${lowestPort} to 65535, not "${groups.port}".`);
	}
	return { protocol: scheme.name, host: groups.bracketed ?? groups.plain ?? '', port };
}
