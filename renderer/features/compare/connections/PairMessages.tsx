import { Binary } from 'lucide-react';
import type { ConnectionPair, MessageDifference } from '../../../../common/diff/index.ts';
import { captureParam } from '../../../app/state/capture/viewed.ts';
import type { ComparedMessage, ComparedSide } from '../../../app/state/window/compared.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import type { CompareOrder } from './order.ts';
import { type PairRow, usePairRows } from './pair-rows.ts';
import { ResultList } from './ResultList.tsx';
import { differenceWords, type PairResult, useRuns } from './run.ts';
import { SIGNS } from './words.ts';

/** Height of a row, px. */
const ROW = 26;

interface PairMessagesProps {
	readonly order: CompareOrder;
	readonly result: PairResult;
	readonly onMessages: (a: ComparedMessage | undefined, b: ComparedMessage | undefined) => void;
}

/** The messages of a pair of connections: what differs, and how much is equal in between. */
export function PairMessages({ order, result, onMessages }: PairMessagesProps) {
	const texts = useDialogWords().compare.connections;
	const { pair, state, words } = result;
	const { rows, limited, tally, error } = usePairRows(order, pair);
	const chosen = useRuns((runs) => runs.row);
	const first = rows?.findIndex(({ kind }) => kind === 'difference') ?? 0;
	const at = chosen ?? Math.max(0, first);
	const row = rows?.[at];
	const open = (index: number) => {
		const opened = rows?.[index];
		if (opened?.kind !== 'difference' || opened.difference.kind === 'end') return;
		onMessages(
			messageOf(order.a, pair.a, opened.difference, opened.difference.a),
			messageOf(order.b, pair.b, opened.difference, opened.difference.b),
		);
	};
	if (pair.a === undefined || pair.b === undefined) return <EmptyState title={words} />;
	if (error !== undefined) {
		return (
			<div className="compare-fault" role="alert">
				{texts.unread(error.message)}
			</div>
		);
	}
	if (state === 'equal') return <EmptyState title={texts.equal}>{words}</EmptyState>;
	if (rows === undefined) return <EmptyState title={texts.reading} />;
	const isMessages = row?.kind === 'difference' && row.difference.kind !== 'end';
	return (
		<section className="compare-messages" aria-label={texts.ofPair}>
			<p className="compare-first">{words}</p>
			<ResultList
				label={texts.messages}
				count={rows.length}
				rowClass="compare-message"
				rowHeight={ROW}
				at={at}
				onAt={(index) => useRuns.setState({ row: index })}
				onOpen={open}
				row={(index) => <MessageRow row={rows[index]} />}
			/>
			<div className="compare-tools">
				<Button
					icon={<Binary size={13} />}
					shortcut="Enter"
					disabled={!isMessages}
					title={texts.bytesTip}
					onClick={() => open(at)}
				>
					{texts.bytes}
				</Button>
				<span>{limited ? texts.firstRows(rows.length) : tally === undefined ? '' : texts.equalInAll(tally.bytes)}</span>
			</div>
		</section>
	);
}

function MessageRow({ row }: { readonly row: PairRow | undefined }) {
	const { compare: words, differences } = useDialogWords();
	if (row === undefined) return null;
	if (row.kind === 'equal') {
		const { equalMessages, equalBytes } = words.connections;
		const equal = row.framed ? equalMessages : equalBytes;
		return (
			<span className="compare-equal-row">
				{SIGNS.equal} {equal(row.count)} {words.ways[row.side]}
			</span>
		);
	}
	const { difference } = row;
	return (
		<>
			<span className="compare-outcome-different" aria-hidden="true">
				{SIGNS[difference.kind]}
			</span>
			<span className="compare-way">{difference.kind === 'end' ? '' : words.ways[difference.side]}</span>
			<span className="compare-pair-words" title={differenceWords(difference, differences)}>
				{differenceWords(difference, differences)}
			</span>
		</>
	);
}

/** A message of a difference for the view of its bytes; undefined where the side lacks it. */
function messageOf(
	{ capture }: ComparedSide,
	connection: ConnectionPair['a'],
	{ side, framed }: MessageDifference,
	message: MessageDifference['a'],
): ComparedMessage | undefined {
	if (connection === undefined || message === undefined) return undefined;
	const { n, time, length, number, at, offset } = message;
	return {
		...captureParam(capture),
		row: { n, time, length, endpoint: connection.endpoint, connection: connection.id, direction: side },
		part: { number, at, offset, framed },
	};
}
