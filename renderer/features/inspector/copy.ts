import { charsetNamed } from '../../../common/payload/index.ts';
import type { CharsetName } from '../../../common/payload/schema.ts';
import { writeClipboard } from '../../app/shared/clipboard.ts';
import { formatCount } from '../../app/shared/format.ts';
import { COPY_LIMIT, type CopyFormat, copyLabel, copyText } from '../../bytes/copy.ts';
import type { ByteSource } from './byte-source.ts';

const bytesText = (count: number) => `${formatCount(count)} ${count === 1 ? 'byte' : 'bytes'}`;

/** Copies bytes [from, end) and returns a sentence about it. Rejects when they could not be read or copied. */
export async function copyBytes(
	source: ByteSource,
	from: number,
	end: number,
	format: CopyFormat,
	charset: CharsetName,
): Promise<string> {
	const asked = end - from;
	const bytes = await source.read(from, Math.min(end, from + COPY_LIMIT));
	await writeClipboard(copyText(bytes, format, charsetNamed(charset)));
	const name = copyLabel(format, charset);
	if (bytes.length < asked) {
		return `Copied the first ${bytesText(bytes.length)} of ${bytesText(asked)} as ${name}: one copy takes no more.`;
	}
	return `Copied ${bytesText(asked)} as ${name}.`;
}
