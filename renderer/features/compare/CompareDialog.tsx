import { ArrowDown, ArrowLeft, ArrowLeftRight, ArrowUp, Copy, EyeOff } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import {
	type ByteComparison,
	Cells,
	firstByteWords,
	isDifference,
	MOST_DETAIL,
	type Run,
} from '../../../common/diff/index.ts';
import { writeClipboard } from '../../app/shared/clipboard.ts';
import { formatCount } from '../../app/shared/format.ts';
import { isWriting } from '../../app/shared/is-writing.ts';
import { useCompare } from '../../app/state/capture/compare.ts';
import type { ComparedMessage } from '../../app/state/window/compared.ts';
import { closeDialog, type OpenDialog, openDialog } from '../../app/state/window/dialogs.ts';
import { toast, toastError } from '../../app/state/window/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { type CellSelection, CompareGrid } from './CompareGrid.tsx';
import { addIgnore, IgnoreBar } from './IgnoreBar.tsx';
import { useComparison } from './use-comparison.ts';
import { type LoadedMessages, useMessages } from './use-messages.ts';
import { messageTitle, reportText, startOf } from './words.ts';
import './compare.css';

interface CompareDialogProps {
	/** Undefined: a message that this side lacks. */
	readonly a: ComparedMessage | undefined;
	readonly b: ComparedMessage | undefined;
	/** What the dialog came from, and goes back to. */
	readonly back?: OpenDialog;
}

const NOTHING_YET: ByteComparison = { runs: [], equal: true, coarse: false };

/** Shows the comparison from the other side. */
function swap({ a, b, back }: CompareDialogProps): void {
	openDialog({ kind: 'compare', a: b, b: a, ...(back && { back }) });
}

/** Two messages side by side, with what differs. */
export function CompareDialog({ a, b, back }: CompareDialogProps) {
	const { loaded, error } = useMessages(a, b);
	const close = () => (back === undefined ? closeDialog() : openDialog(back));
	return (
		<Dialog
			title="Compare messages"
			onClose={close}
			width={1280}
			lead={
				back === undefined ? null : (
					<IconButton label="Back to the connections" tip={false} onClick={close}>
						<ArrowLeft size={16} />
					</IconButton>
				)
			}
		>
			<div className="compare">
				<div className="compare-titles">
					<span>{messageTitle(a)}</span>
					<span>{messageTitle(b)}</span>
				</div>
				{error !== undefined ? (
					<div className="compare-fault" role="alert">
						The messages could not be read: {error.message}
					</div>
				) : loaded === undefined ? (
					<EmptyState title="Reading both messages…" />
				) : (
					<Compared a={a} b={b} loaded={loaded} {...(back && { back })} />
				)}
			</div>
		</Dialog>
	);
}

/**
 * The bytes of both messages that can be ignored: where the selected cells are in the first message, or else the difference, which
 * must be at the same place in both. The last argument has the offsets of both.
 */
function ignorable(
	cells: Cells,
	selection: CellSelection | undefined,
	run: Run | undefined,
	[a, b]: readonly [number, number],
): { readonly from: number; readonly to: number } | undefined {
	if (selection === undefined) {
		const isSamePlace = run?.kind === 'changed' && a + run.a === b + run.b && a + run.aEnd === b + run.bEnd;
		return isSamePlace ? { from: a + run.a, to: a + run.aEnd - 1 } : undefined;
	}
	const slices = cells.slices(
		Math.min(selection.anchor, selection.head),
		Math.max(selection.anchor, selection.head) + 1,
	);
	const [from, end] = [slices[0]?.a.from ?? 0, slices.at(-1)?.a.end ?? 0];
	return end > from ? { from: a + from, to: a + end - 1 } : undefined;
}

function Compared({ a, b, back, loaded }: CompareDialogProps & { readonly loaded: LoadedMessages }) {
	const ignore = useCompare((compare) => compare.ignore);
	const [at, setAt] = useState(0);
	const [selection, setSelection] = useState<CellSelection>();
	const { comparison, fault } = useComparison(a, b, loaded, ignore);
	const { runs, coarse } = comparison ?? NOTHING_YET;
	const cells = useMemo(() => new Cells(runs), [runs]);
	const differences = useMemo(() => runs.flatMap((run, i) => (isDifference(run) ? [i] : [])), [runs]);
	const count = differences.length;
	const place = Math.min(at, count - 1);
	const current = differences[place];
	const run = current === undefined ? undefined : runs[current];
	const go = (by: 1 | -1) => {
		if (count > 0) setAt((place + by + count) % count);
	};
	const copy = () => {
		if (comparison === undefined) return;
		writeClipboard(reportText({ message: a, bytes: loaded.a }, { message: b, bytes: loaded.b }, comparison)).then(
			() => toast({ tone: 'info', title: 'Copied the comparison as text.' }),
			(reason: unknown) => toastError('Nothing was copied', reason),
		);
	};
	const range = ignorable(cells, selection, run, [startOf(a), startOf(b)]);
	const ignoreRange = () => {
		if (range === undefined) return;
		addIgnore({ type: 'bytes', ...range });
		setSelection(undefined);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		const letter = isWriting(event.target) ? '' : event.key.toLowerCase();
		if (event.code === 'F8' || letter === 'n') go(event.shiftKey ? -1 : 1);
		else if (event.code === 'F7' || letter === 'p') go(-1);
		else if (letter === 's') swap({ a, b, ...(back && { back }) });
		else if (letter === 'i') ignoreRange();
		else return;
		event.preventDefault();
	};
	const isKnown = comparison !== undefined;
	useEffect(() => {
		if (isKnown) document.querySelector<HTMLElement>('.compare-grid')?.focus();
	}, [isKnown]);
	const isCut = Math.max(a?.row.length ?? 0, b?.row.length ?? 0) > MOST_DETAIL;
	const first =
		run && firstByteWords({ runs: [run], coarse, equal: false }, loaded.a, loaded.b, startOf(a), startOf(b));
	const found = [
		count === 0
			? `The messages are equal${ignore.length === 0 ? '' : ', apart from what is ignored'}.`
			: `Difference ${formatCount(place + 1)} of ${formatCount(count)}. ${first ?? ''}`,
		...(coarse ? ['They differ much: some differences are shown larger than they are.'] : []),
		...(isCut ? ['Only the first 1,048,576 bytes are compared.'] : []),
	].join(' ');
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: keys of everything in it
		<div className="compare-main" onKeyDown={onKeyDown}>
			{fault === undefined ? null : (
				<div className="compare-fault" role="alert">
					The messages were not compared: {fault}
					{ignore.some(({ type }) => type === 'regex')
						? ' Remove a pattern that is ignored, or write it more narrowly.'
						: ''}
				</div>
			)}
			<div className="compare-status" role="status">
				{comparison === undefined ? (fault === undefined ? 'Comparing…' : '') : found}
			</div>
			{comparison === undefined ? (
				<div className="compare-grid" />
			) : cells.total === 0 ? (
				<EmptyState title="Both messages are empty" />
			) : (
				<CompareGrid
					cells={cells}
					a={loaded.a}
					b={loaded.b}
					starts={[startOf(a), startOf(b)]}
					current={current}
					selection={selection}
					onSelect={setSelection}
				/>
			)}
			<div className="compare-tools">
				<Button icon={<ArrowUp size={13} />} shortcut="F7" disabled={count === 0} onClick={() => go(-1)}>
					Previous
				</Button>
				<Button icon={<ArrowDown size={13} />} shortcut="F8" disabled={count === 0} onClick={() => go(1)}>
					Next
				</Button>
				<Button icon={<ArrowLeftRight size={13} />} shortcut="S" onClick={() => swap({ a, b, ...(back && { back }) })}>
					Swap
				</Button>
				<Button
					icon={<EyeOff size={13} />}
					shortcut="I"
					disabled={range === undefined}
					title={
						range === undefined
							? 'It is not at the same place in both: write a pattern, or select bytes'
							: 'Leave these bytes out of both messages'
					}
					onClick={ignoreRange}
				>
					{selection === undefined ? 'Ignore this difference' : 'Ignore the selected bytes'}
				</Button>
				<Button icon={<Copy size={13} />} disabled={comparison === undefined} onClick={copy}>
					Copy report
				</Button>
				<IgnoreBar />
			</div>
		</div>
	);
}
