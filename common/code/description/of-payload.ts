import type { EndpointConfig } from '../../endpoints/index.ts';
import { charsetNamed } from '../../payload/charsets/named.ts';
import type { SavedPayload } from '../../payload/saved.ts';
import { encodeWritten } from '../../payload/written.ts';
import { programOfConfig } from './of-config.ts';
import { Omissions } from './omissions.ts';
import type { CodeProgram, CodeTask } from './program.ts';

/** How long an answer to a datagram is waited for, in milliseconds. */
const ANSWER_MS = 1000;

/** The program that sends a payload to where a client connects, and prints the answer. */
export function programOfPayload(payload: SavedPayload, client: EndpointConfig): CodeProgram {
	const base = programOfConfig(client);
	const omissions = new Omissions();
	omissions.addAll(base.omitted);
	const { name, text, lineEnding, checksums, charset, template } = payload;
	if (template && text.includes('{{')) omissions.add('placeholder', text);
	const encoded = encodeWritten(payload, lineEnding, checksums[0] ?? 'none', charsetNamed(charset));
	if (!encoded.ok) omissions.add('charsetText', text);
	const bytes = encoded.ok ? encoded.bytes : new Uint8Array(0);
	const { transport } = base.place;
	const task: CodeTask =
		transport === 'tcp' || transport === 'unix'
			? { type: 'talk', steps: [{ type: 'send', bytes }, { type: 'receive-all' }] }
			: { type: 'ask', messages: [bytes], timeoutMs: ANSWER_MS, repeats: 0 };
	return { ...base, name, task, omitted: omissions.list() };
}
