import type { RequestList } from '../../../../common/contract/config/request-list.ts';
import type { UdpConfig } from '../../../../common/endpoints/index.ts';
import { type Charset, charsetNamed, charsetOf, encodeWritten, formatBytes } from '../../../../common/payload/index.ts';
import type { CharsetName, PayloadFormat } from '../../../../common/payload/schema.ts';
import { compileMessage } from '../../../../common/template/index.ts';
import { dialogWords } from '../../../words/dialogs.ts';
import { faultText } from '../../../words/errors.ts';

/** The request list of a client, while it is edited: one message per line. */
export interface RequestListDraft {
	readonly on: boolean;
	readonly format: PayloadFormat;
	readonly lines: string;
	readonly timeoutMs: string;
	readonly repeats: string;
	readonly onNoAnswer: RequestList['onNoAnswer'];
	readonly samePort: boolean;
	readonly template: boolean;
}

export function requestListDraft(asks: RequestList | undefined, label: CharsetName): RequestListDraft {
	const charset = charsetNamed(label);
	const { messages = [], timeoutMs = 1000, repeats = 0, onNoAnswer = 'next', samePort = false } = asks ?? {};
	const { template = false } = asks ?? {};
	const format = messages[0]?.format ?? 'text';
	const plain = messages.every((message) => message.format === format && !message.text.includes('\n'));
	const lines = plain ? messages.map(({ text }) => text) : messages.map((message) => escapedOf(message, charset));
	return {
		on: asks !== undefined,
		format: plain ? format : 'escaped',
		lines: asks === undefined ? 'hello' : lines.join('\n'),
		timeoutMs: String(timeoutMs),
		repeats: String(repeats),
		onNoAnswer,
		samePort,
		template,
	};
}

/** A message that does not fit on a line as written. */
function escapedOf(message: RequestList['messages'][number], charset: Charset): string {
	const encoded = encodeWritten(message, 'none', 'none', charset);
	return encoded.ok ? formatBytes(encoded.bytes, 'escaped', charset) : message.text;
}

export function requestListInput({
	on,
	format,
	lines,
	timeoutMs,
	repeats,
	onNoAnswer,
	samePort,
	template,
}: RequestListDraft): unknown {
	if (!on) return undefined;
	const number = (text: string) => (text.trim() === '' ? undefined : Number(text));
	const messages = lines === '' ? [] : lines.split('\n').map((text) => ({ format, text }));
	return {
		messages,
		timeoutMs: number(timeoutMs),
		repeats: number(repeats),
		onNoAnswer,
		...(samePort && { samePort }),
		...(template && { template }),
	};
}

/** Faults that only encoding reveals, or that the schema does not check. */
export function requestListErrors(config: UdpConfig): [path: string, sentence: string][] {
	const { asks, remote } = config;
	const charset = charsetNamed(charsetOf(config));
	if (asks === undefined) return [];
	const errors: [string, string][] = [];
	const words = dialogWords().endpointForm.draft;
	if (remote === undefined) errors.push(['asks', words.noDestination]);
	for (const [index, message] of asks.messages.entries()) {
		const encoded = asks.template
			? compileMessage({ ...message, lineEnding: 'none', checksum: 'none' }, charset)
			: encodeWritten(message, 'none', 'none', charset);
		if (encoded.ok) continue;
		errors.push(['asks.messages', words.inMessage(index + 1, encoded.position + 1, faultText(encoded))]);
	}
	return errors;
}
