import type { z } from 'zod';
import { LIMITS } from '../../contract/base/limits.ts';
import { endpointConfigSchema } from '../../endpoints/index.ts';
import { issueFault } from '../../json/issue-text.ts';
import { savedPayloadSchema } from '../../payload/saved.ts';
import { given, type Said } from '../../words/sentence/said.ts';
import { freeName } from '../free-name.ts';
import { placeKey } from '../named.ts';
import { newWorkspace, type Workspace } from '../schema.ts';
import { fromCommandLine } from './command-line.ts';
import { type Found, joined } from './found.ts';
import { importSays } from './import-says.ts';
import { fromPacketSender, fromPacketSenderIni } from './packet-sender.ts';
import { fromToxiproxy } from './toxiproxy.ts';

export { fromCommandLine, IMPORTED_PROGRAMS } from './command-line.ts';
export { type Found, joined } from './found.ts';

/**
 * What is in the text of another program's file: packets of Packet Sender (JSON or INI), proxies of Toxiproxy, or lines
 * with command lines. Undefined where it is none of them.
 */
export function foundIn(text: string): Found | undefined {
	const document = json(text);
	if (document !== undefined) return fromPacketSender(document) ?? fromToxiproxy(document);
	return fromPacketSenderIni(text) ?? fromCommandLines(text);
}

function json(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		if (error instanceof SyntaxError) return undefined;
		throw error;
	}
}

/** One command line for each line; a backslash at its end continues it. Empty lines and comments are skipped. */
function fromCommandLines(text: string): Found | undefined {
	const lines = text
		.replaceAll(/\\\r?\n/g, ' ')
		.split(/\r?\n/)
		.filter((line) => line.trim() !== '' && !line.trim().startsWith('#'));
	const found = lines.map((line) => fromCommandLine(line));
	if (!found.some((one) => one !== undefined)) return undefined;
	const nothing = (line: string) => ({
		endpoints: [],
		payloads: [],
		notes: [importSays('lineLeftOut', { label: line.trim().slice(0, 60) })],
	});
	return joined(found.map((one, at) => one ?? nothing(lines[at] ?? '')));
}

/** A workspace of what was found; what is not valid is left out, with a note. */
export function importedWorkspace(
	{ endpoints, payloads, notes }: Found,
	name: string | undefined,
): { workspace: Workspace; notes: Said[] } {
	const said = [...notes];
	const good = endpoints.flatMap((written) => {
		const one = endpointConfigSchema.safeParse({ ...written, name: written.name.slice(0, LIMITS.nameChars) });
		if (!one.success) said.push(leftOut('endpointLeftOut', written.name, one.error));
		return one.success ? [one.data] : [];
	});
	const taken = new Set<string>();
	const saved = payloads.flatMap((written) => {
		const one = savedPayloadSchema.safeParse({
			...written,
			name: freePayloadName(written.name, written.folder, taken),
		});
		if (!one.success) said.push(leftOut('payloadLeftOut', written.name, one.error));
		return one.success ? [one.data] : [];
	});
	const list = good.map((config, at) => ({ ...config, id: `e${at + 1}` }));
	return { workspace: newWorkspace({ name, endpoints: list, payloads: saved }), notes: said };
}

function leftOut(says: 'endpointLeftOut' | 'payloadLeftOut', label: string, error: z.ZodError): Said {
	return importSays(says, { label, reason: given(issueFault(error)) });
}

/** The name of a payload, with a number behind it where its folder has it already. */
function freePayloadName(name: string, folder: string | undefined, taken: Set<string>): string {
	const free = freeName(name.trim(), (tried) => taken.has(placeKey({ folder, name: tried })));
	taken.add(placeKey({ folder, name: free }));
	return free;
}
