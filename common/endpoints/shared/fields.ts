import { z } from 'zod';
import { LIMITS } from '../../contract/base/limits.ts';
import { charsetLabelFault } from '../../payload/charsets/labels.ts';

const PORT = 'A port is a whole number from 0 to 65535.';

/** The name of an endpoint, for people. */
export const name = z.string().trim().min(1, 'Give it a name.').max(LIMITS.nameChars);
/** An IP address or a host name. */
export const host = z.string().trim().min(1, 'Give an address or a host name.').max(255);
/** A port to bind; 0 lets the system choose. */
export const anyPort = z.number(PORT).int(PORT).min(0, PORT).max(65535, PORT);
/** A port to connect or to send to. */
export const remotePort = anyPort.min(1, 'A port to connect to is a whole number from 1 to 65535.');
/** A host and a port to connect or to send to. */
export const remotePlace = z.object({ host, port: remotePort });

/** The charset of an endpoint's text, by any label of the Encoding Standard; left out: UTF-8. */
export const charset = z
	.string()
	.max(LIMITS.nameChars)
	.superRefine((label, context) => {
		const message = charsetLabelFault(label);
		if (message !== undefined) context.addIssue({ code: 'custom', message });
	})
	.optional();

/** Which address families of a host name are tried. */
export const FAMILIES = ['any', 'ipv4', 'ipv6'] as const;
export const family = z.enum(FAMILIES);

/** For each address that is tried, in milliseconds. */
export const connectTimeoutMs = z.number().int().min(1).max(LIMITS.delayMs).default(10_000);

/** Maximum bytes of a path: the system's field has 108 including the terminating zero (sys/un.h; 104 on macOS). */
const MAX_PATH = 107;
/** The path of a Unix socket; with `@` in front an abstract name, on Linux. */
export const socketPathSchema = z
	.string()
	.min(1, 'Give a path.')
	.max(MAX_PATH, `A socket's path has at most ${MAX_PATH} bytes.`)
	.refine((text) => !text.includes('\0'), 'A path has no zero byte; write an abstract name with @ in front.');
