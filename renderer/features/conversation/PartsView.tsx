import type { StreamForm } from '../../../common/conversation/index.ts';
import { type Charset, charsetNamed, formatBytes as formatPayload, hexDump } from '../../../common/payload/index.ts';
import type { Words } from '../../../common/words/en.ts';
import { formatBytes } from '../../app/shared/format.ts';
import { useWords } from '../../words/index.ts';
import { useConversation } from './state/store.ts';
import { useParts } from './state/use-parts.ts';
import type { Stream } from './state/use-stream.ts';

/** Maximum bytes of a body that are shown. */
const SHOWN = 32 * 1024;

interface PartsViewProps {
	readonly connection: number;
	readonly side: 'in' | 'out';
	readonly form: StreamForm;
	readonly stream: Stream;
}

/** The data of one side, split at the first empty line, as in HTTP and mail. */
export function PartsView({ connection, side, form, stream }: PartsViewProps) {
	const words = useWords().conversation;
	const name = useConversation((view) => view.charset);
	const parts = useParts(connection, side, stream.state?.lines ?? 0);
	if (parts === undefined) return null;
	if (parts instanceof Error) {
		return (
			<div className="talk-fault" role="alert">
				{words.bytesUnread(parts.message)}
			</div>
		);
	}
	const { header, body, more } = parts;
	const charset = charsetNamed(name);
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and so has to be reached by keyboard
		<section className="talk-parts" aria-label={words.parts.label} tabIndex={0} data-pane-focus="">
			<Part title={header === undefined ? words.parts.noHeader : titleOf('header', header, false, words)}>
				{header === undefined ? '' : shown(header, form, charset)}
			</Part>
			<Part title={titleOf('body', body, more, words)}>{shown(body.subarray(0, SHOWN), form, charset)}</Part>
		</section>
	);
}

function titleOf(part: 'header' | 'body', { length }: Uint8Array, more: boolean, words: Words['conversation']): string {
	const { [part]: name, moreThan, titled, titledPart } = words.parts;
	const size = more ? moreThan(formatBytes(length)) : words.bytes(length);
	return length > SHOWN ? titledPart(name, size, formatBytes(SHOWN)) : titled(name, size);
}

function Part({ title, children }: { readonly title: string; readonly children: string }) {
	return (
		<article className="talk-part">
			<h3>{title}</h3>
			{children === '' ? null : <pre>{children}</pre>}
		</article>
	);
}

function shown(bytes: Uint8Array, form: StreamForm, charset: Charset): string {
	if (form !== 'hex') return formatPayload(bytes, form, charset);
	return hexDump(bytes)
		.map(({ offset, hex, ascii }) => `${offset}  ${hex}  ${ascii}`)
		.join('\n');
}
