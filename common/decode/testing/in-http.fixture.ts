import type { Sample } from './samples.fixture.ts';
import { type WiresharkField, wiresharkFields } from './tshark.fixture.ts';

/** What tshark finds in samples of a format that it decodes as content of HTTP alone: their places are those in the content. */
export function wiresharkFieldsInHttp(samples: readonly Sample[], mediaType: string): WiresharkField[][] {
	const heads = samples.map(({ bytes }) =>
		new TextEncoder().encode(
			`POST / HTTP/1.1\r\nContent-Type: ${mediaType}\r\nContent-Length: ${bytes.length}\r\n\r\n`,
		),
	);
	const messages = samples.map(({ name, bytes }, i) => ({
		name,
		bytes: Buffer.concat([heads[i] ?? new Uint8Array(), bytes]),
		context: { transport: 'stream', ports: [80], from: 'client' } as const,
	}));
	return wiresharkFields(messages).map((fields, i) => {
		const skipped = heads[i]?.length ?? 0;
		return fields
			.filter(({ start, name }) => start >= skipped && !name.startsWith('http.'))
			.map((field) => ({ ...field, start: field.start - skipped, end: field.end - skipped }));
	});
}
