import { charsetNamed } from '../../../common/payload/index.ts';
import type { CharsetName } from '../../../common/payload/schema.ts';
import { writeClipboard } from '../../app/shared/clipboard.ts';
import type { ByteSource } from '../../app/shared/hex/byte-source.ts';
import { COPY_LIMIT, type CopyFormat, copyLabel, copyText } from '../../bytes/copy.ts';
import { words } from '../../words/index.ts';

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
	const { bytes: text, inspector } = words();
	return bytes.length < asked ? inspector.copiedFirst(bytes.length, asked, name) : text.copied(asked, name);
}
