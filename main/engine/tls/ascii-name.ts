import { domainToASCII } from 'node:url';

/** A host name as it is on the wire and in certificates, in ASCII (RFC 5890); what is no name stays as it is. */
export function asciiName(name: string): string {
	return domainToASCII(name) || name;
}
