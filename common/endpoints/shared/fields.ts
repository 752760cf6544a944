import { z } from 'zod';
import { INPUT_SENTENCES, MAX_PATH_BYTES } from '../../contract/base/input-sentences.ts';
import { LIMITS } from '../../contract/base/limits.ts';
import { issueOf } from '../../json/issue-says.ts';
import { charsetLabelFault } from '../../payload/charsets/labels.ts';

const PORT = INPUT_SENTENCES.port;

/** The name of an endpoint, for people. */
export const name = z.string().trim().min(1, INPUT_SENTENCES.name).max(LIMITS.nameChars);
/** An IP address or a host name. */
export const host = z.string().trim().min(1, INPUT_SENTENCES.host).max(255);
/** A port to bind; 0 lets the system choose. */
export const anyPort = z.number(PORT).int(PORT).min(0, PORT).max(65535, PORT);
/** A port to connect or to send to. */
export const remotePort = anyPort.min(1, INPUT_SENTENCES.remotePort);
/** A host and a port to connect or to send to. */
export const remotePlace = z.object({ host, port: remotePort });

/** The charset of an endpoint's text, by any label of the Encoding Standard; left out: UTF-8. */
export const charset = z
	.string()
	.max(LIMITS.nameChars)
	.superRefine((label, context) => {
		const fault = charsetLabelFault(label);
		if (fault !== undefined) context.addIssue(issueOf(fault));
	})
	.optional();

/** The id of a built-in protocol, or of a structure of the workspace; one that there is not stands for none. */
const protocol = z
	.string()
	.max(LIMITS.nameChars)
	.regex(/^[a-z][A-Za-z0-9]*(-[a-z0-9]+)*$/, INPUT_SENTENCES.protocolId)
	.optional();

/** The protocols, or structures, that received and sent payloads are decoded as; left out: what they look like. */
export const decodeAs = z.object({ in: protocol, out: protocol }).optional();
/** Ids are for everybody. */
export const PROTOCOL_EXPOSURE = { in: 'public', out: 'public' } as const;
export type DecodeAs = z.infer<typeof decodeAs>;

/** Which address families of a host name are tried. */
export const FAMILIES = ['any', 'ipv4', 'ipv6'] as const;
export const family = z.enum(FAMILIES);

/** For each address that is tried, in milliseconds. */
export const connectTimeoutMs = z.number().int().min(1).max(LIMITS.delayMs).default(10_000);

/** The path of a Unix socket; with `@` in front an abstract name, on Linux. */
export const socketPathSchema = z
	.string()
	.min(1, INPUT_SENTENCES.path)
	.max(MAX_PATH_BYTES, INPUT_SENTENCES.pathLong)
	.refine((text) => !text.includes('\0'), INPUT_SENTENCES.abstractPath);
