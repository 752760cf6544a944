import { useEffect, useMemo, useState } from 'react';
import type { StreamLine } from '../../../../common/contract/calls/stream.ts';
import { type Decoder, decodeAs, decoderOf, guessOf, noteText } from '../../../../common/decode/index.ts';
import { type Summary, summaryOf } from '../../../../common/decode/summary.ts';
import { useChosen } from '../../../app/shared/decoded/chosen.ts';
import { useStructureDecoders } from '../../../app/shared/structures/decoders.ts';
import { useViewed } from '../../../app/state/capture/viewed.ts';
import { useDialogWords } from '../../../words/dialogs.ts';
import { beginnings, keyOf, type MessagePlace, type StreamPart } from './beginnings.ts';
import { type Captured, useCaptured } from './use-captured.ts';

interface DecodedLineProps {
	readonly line: Pick<Extract<StreamLine, { type: 'head' }>, 'n' | 'time' | 'direction'>;
	/** That of the line. */
	readonly connection: number;
	/** Undefined: the message is all of the event. */
	readonly part?: StreamPart;
}

/** What a message says in one line, once its first bytes are there; nothing where it is of no known protocol. */
export default function DecodedLine({ line, connection, part }: DecodedLineProps) {
	const { n, time, direction } = line;
	const { decode: words } = useDialogWords();
	const capture = useViewed((viewed) => viewed.capture);
	const captured = useCaptured(capture, connection);
	const chosen = useChosen(captured?.endpoint ?? '')?.[direction === 'out' ? 'out' : 'in'];
	const structures = useStructureDecoders();
	const [, setArrived] = useState(0);
	const place: MessagePlace = { capture, n, time, part };
	// biome-ignore lint/correctness/useExhaustiveDependencies: the key has all of the place
	useEffect(() => beginnings.want(place, () => setArrived((before) => before + 1)), [keyOf(place)]);
	const bytes = beginnings.get(place);
	const summary = useMemo(
		() => bytes && captured && summarised(bytes, captured, chosen, structures),
		[bytes, captured, chosen, structures],
	);
	if (summary === undefined) return null;
	const { text, note } = summary;
	const wrong = note === undefined || note.code === 'short' ? undefined : noteText(note, words.notes);
	return (
		<span className="talk-decoded" title={wrong === undefined ? text : `${text}\n${wrong}`}>
			{wrong === undefined ? null : (
				<span role="img" className="talk-decoded-wrong" aria-label={wrong}>
					⚠{' '}
				</span>
			)}
			{text}
		</span>
	);
}

function summarised(
	bytes: Uint8Array,
	{ context }: Captured,
	chosen: string | undefined,
	structures: readonly Decoder[],
): Summary | undefined {
	const known = chosen === undefined ? undefined : decoderOf(chosen, structures);
	const decoder = known ?? guessOf(bytes, [context], structures)?.decoder;
	return decoder && summaryOf(decoder, decodeAs(decoder, bytes, context));
}
