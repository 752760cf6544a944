/** An address with its interface, as written: `fe80::1%eth0` (RFC 4007, section 11). */
export interface ZonedAddress {
	readonly address: string;
	/** The text after the first `%`, which may be empty; undefined where there is none. */
	readonly zone?: string;
}

/** Splits an address or a name from its zone. */
export function splitZone(host: string): ZonedAddress {
	const at = host.indexOf('%');
	return at < 0 ? { address: host } : { address: host.slice(0, at), zone: host.slice(at + 1) };
}

/** The address alone. */
export function withoutZone(host: string): string {
	return splitZone(host).address;
}

/**
 * The possible readings of a zone: itself, and, where it begins with `25`, the rest, as in a URL, whose `%25` is a `%`
 * (RFC 6874, section 2; other characters may be escaped there too).
 */
export function zoneReadings(zone: string): readonly string[] {
	const escaped = /^25(.+)$/.exec(zone)?.[1];
	if (escaped === undefined) return [zone];
	return [
		zone,
		escaped.replace(/%([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
	];
}
