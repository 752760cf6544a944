import { charsetLabelled, charsetNamed } from '../../payload/index.ts';
import { cbor } from '../cbor/index.ts';
import type { Context, Decoder } from '../core/decoder.ts';
import type { Reader } from '../core/reader.ts';
import { json } from '../json/index.ts';
import { msgpack } from '../msgpack/index.ts';
import { protobuf } from '../protobuf/index.ts';
import { xml } from '../xml/index.ts';

/** Formats that content is decoded as, by its media type. */
const FORMATS: readonly (readonly [type: RegExp, decoder: Decoder])[] = [
	[/[/+]json\s*$/, json],
	[/[/+]xml\s*$/, xml],
	[/[/+]cbor\s*$/, cbor],
	[/\/(?:x-|vnd\.)?msgpack\s*$/, msgpack],
	[/\/(?:x-|vnd\.google\.)?protobuf\s*$/, protobuf],
];

/** Content stands by itself. */
const CONTENT: Context = { transport: 'stream' };

/** What a body says, once it is put together and decompressed. @param at where it stands as it is */
export function readContent(reader: Reader, bytes: Uint8Array, mediaType: string, at: number | undefined): void {
	const [type = '', ...parameters] = mediaType.toLowerCase().split(';');
	const label = /charset="?([^";\s]+)/.exec(parameters.join(';'))?.[1];
	const charset = label === undefined ? 'utf-8' : charsetLabelled(label);
	const decoder = FORMATS.find(([pattern]) => pattern.test(type))?.[1];
	if (decoder !== undefined)
		reader.derived(bytes, (content) => content.unit(decoder.id, () => decoder.decode(content, CONTENT)), at);
	else if (/^text\/|xml|javascript|x-www-form-urlencoded/.test(type) && charset !== undefined)
		reader.derived(bytes, (content) => content.text('text', content.left, charsetNamed(charset)), at);
	else if (at === undefined) reader.derived(bytes, (content) => content.rest('content'));
}
