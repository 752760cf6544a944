import { readNamedText } from '../files/named-text.ts';
import { stdinChunks } from '../terminal/stdin.ts';

/** The text of a file; - reads stdin. */
export async function textOf(file: string): Promise<string> {
	if (file !== '-') return readNamedText(file);
	const chunks: Buffer[] = [];
	for await (const chunk of stdinChunks()) chunks.push(chunk);
	return Buffer.concat(chunks).toString('utf8');
}
