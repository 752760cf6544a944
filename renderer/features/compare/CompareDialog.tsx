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
import { isWriting } from '../../app/shared/is-writing.ts';
import { useCompare } from '../../app/state/capture/compare/compare.ts';
import type { ComparedMessage } from '../../app/state/window/compared.ts';
import { closeDialog, type OpenDialog, openDialog } from '../../app/state/window/dialogs.ts';
import { toast, toastError } from '../../app/state/window/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
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
	const words = useDialogWords().compare;
	const { loaded, error } = useMessages(a, b);
	const close = () => (back === undefined ? closeDialog() : openDialog(back));
	return (
		<Dialog
			title={words.title}
			onClose={close}
			width={1280}
			lead={
				back === undefined ? null : (
					<IconButton label={words.back} tip={false} onClick={close}>
						<ArrowLeft size={16} />
					</IconButton>
				)
			}
		>
			<div className="compare">
				<div className="compare-titles">
					<span>{messageTitle(a, words)}</span>
					<span>{messageTitle(b, words)}</span>
				</div>
				{error !== undefined ? (
					<div className="compare-fault" role="alert">
						{words.unread(error.message)}
					</div>
				) : loaded === undefined ? (
					<EmptyState title={words.reading} />
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
	const { compare: words, differences: phrases } = useDialogWords();
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
			() => toast({ tone: 'info', title: words.copied }),
			(reason: unknown) => toastError(words.notCopied, reason),
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
		run && firstByteWords({ runs: [run], coarse, equal: false }, loaded.a, loaded.b, startOf(a), startOf(b), phrases);
	const found = [
		count === 0
			? ignore.length === 0
				? words.equal
				: words.equalApart
			: `${words.difference(place + 1, count)} ${first ?? ''}`,
		...(coarse ? [words.coarse] : []),
		...(isCut ? [words.cut(MOST_DETAIL)] : []),
	].join(' ');
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: keys of everything in it
		<div className="compare-main" onKeyDown={onKeyDown}>
			{fault === undefined ? null : (
				<div className="compare-fault" role="alert">
					{words.notCompared(fault)} {ignore.some(({ type }) => type === 'regex') ? words.narrower : ''}
				</div>
			)}
			<div className="compare-status" role="status">
				{comparison === undefined ? (fault === undefined ? words.comparing : '') : found}
			</div>
			{comparison === undefined ? (
				<div className="compare-grid" />
			) : cells.total === 0 ? (
				<EmptyState title={words.empty} />
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
					{words.previous}
				</Button>
				<Button icon={<ArrowDown size={13} />} shortcut="F8" disabled={count === 0} onClick={() => go(1)}>
					{words.next}
				</Button>
				<Button icon={<ArrowLeftRight size={13} />} shortcut="S" onClick={() => swap({ a, b, ...(back && { back }) })}>
					{words.swap}
				</Button>
				<Button
					icon={<EyeOff size={13} />}
					shortcut="I"
					disabled={range === undefined}
					title={range === undefined ? words.notSamePlace : words.leaveOut}
					onClick={ignoreRange}
				>
					{selection === undefined ? words.ignoreDifference : words.ignoreSelected}
				</Button>
				<Button icon={<Copy size={13} />} disabled={comparison === undefined} onClick={copy}>
					{words.copyReport}
				</Button>
				<IgnoreBar />
			</div>
		</div>
	);
}
