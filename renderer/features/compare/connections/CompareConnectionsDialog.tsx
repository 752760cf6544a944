import { ArrowLeftRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import { FramingPicker } from '../../../app/shared/framing-picker/FramingPicker.tsx';
import { useCaptures } from '../../../app/state/capture/captures.ts';
import { useCompare } from '../../../app/state/capture/compare/compare.ts';
import type { ComparedSide } from '../../../app/state/window/compared.ts';
import { closeDialog, openDialog } from '../../../app/state/window/dialogs.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { NumberField, wholeNumber } from '../../../ui/NumberField.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import { IgnoreBar } from '../IgnoreBar.tsx';
import { whyNot } from './order.ts';
import { RunResults } from './RunResults.tsx';
import { ensureRun, forgetRun, useRuns } from './run.ts';
import { SidePicker } from './SidePicker.tsx';
import { likelyOther, useSuggestions } from './use-suggestions.ts';
import './connections.css';

/** Milliseconds that a message may be late where times are compared for the first time. */
const WITHIN_MS = '100';

interface CompareConnectionsDialogProps {
	readonly a: ComparedSide;
	readonly b: ComparedSide;
}

/** Whether a capture is open and can be read. */
function useIsOpen({ capture }: ComparedSide): boolean {
	return useCaptures(({ list }) => {
		const open = list.find((one) => one.id === capture);
		return capture === undefined || (open !== undefined && open.progress === undefined && open.error === undefined);
	});
}

/** Two connections, or all connections of two captures: chosen, compared, and each pair's messages. */
export function CompareConnectionsDialog(given: CompareConnectionsDialogProps) {
	const words = useDialogWords().compare.connections;
	const [a, setA] = useState(given.a);
	const [b, setB] = useState(given.b);
	const { withinMs: last, framing: lastFraming } = useRuns.getState().run?.order ?? {};
	const [framing, setFraming] = useState(lastFraming);
	const [isTimed, setTimed] = useState(last !== undefined);
	const [within, setWithin] = useState(last === undefined ? WITHIN_MS : String(last));
	const ignore = useCompare((compare) => compare.ignore);
	const [isOpenA, isOpenB] = [useIsOpen(a), useIsOpen(b)];
	const [left, right] = [useSuggestions(a.capture, isOpenA), useSuggestions(b.capture, isOpenB)];
	const withinMs = isTimed ? wholeNumber(within) : undefined;
	const isWrongTime = isTimed && (withinMs ?? -1) < 0;
	const missing = whyNot({ a, b }, words);
	const isReady = missing === undefined && isOpenA && isOpenB && !isWrongTime;

	// The other connection is proposed once, as soon as the list is there; an emptied field stays empty.
	const [isProposed, setProposed] = useState(a.connection === undefined || b.connection !== undefined);
	useEffect(() => {
		if (isProposed || right.length === 0 || a.connection === undefined) return;
		setProposed(true);
		setB((side) => ({ ...side, connection: side.connection ?? likelyOther(right, a.connection ?? 0) }));
	}, [isProposed, right, a.connection]);

	useEffect(() => {
		if (isReady) ensureRun({ a, b, ignore, withinMs, framing });
		else forgetRun();
	}, [isReady, a, b, ignore, withinMs, framing]);

	const close = () => {
		forgetRun();
		closeDialog();
	};
	return (
		<Dialog title={words.title} onClose={close} width={1280}>
			<div className="compare">
				<div className="compare-sides">
					<SidePicker which="first" side={a} connections={left} onChange={setA} />
					<IconButton
						label={words.exchange}
						onClick={() => {
							setA(b);
							setB(a);
						}}
					>
						<ArrowLeftRight size={15} />
					</IconButton>
					<SidePicker
						which="second"
						side={b}
						connections={right}
						onChange={(side) => {
							setProposed(true);
							setB(side);
						}}
					/>
				</div>
				<div className="compare-tools compare-options">
					<IgnoreBar />
					<Checkbox
						label={words.times}
						aside={<ExplainButton explains="dialogs.times" />}
						checked={isTimed}
						onChange={setTimed}
					/>
					<NumberField
						label={words.within}
						aside={<ExplainButton explains="dialogs.times" />}
						hideLabel
						min={0}
						disabled={!isTimed}
						value={within}
						error={isWrongTime ? words.wrongWithin : undefined}
						onChange={setWithin}
					/>
					<span>{words.ms}</span>
					<FramingPicker framing={framing} onChange={setFraming} />
				</div>
				{isReady ? (
					<RunResults
						onMessages={(one, other) =>
							openDialog({
								kind: 'compare',
								a: one,
								b: other,
								back: { kind: 'compare-connections', a, b },
							})
						}
					/>
				) : (
					<EmptyState title={missing ?? (isWrongTime ? words.wrongTime : words.opening)} />
				)}
			</div>
		</Dialog>
	);
}
