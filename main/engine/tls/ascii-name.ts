import { domainToASCII } from 'node:url';

/** A host name in ASCII, as on the wire and in certificates (RFC 5890); anything else is returned unchanged. */
export function asciiName(name: string): string {
	return domainToASCII(name) || name;
}
