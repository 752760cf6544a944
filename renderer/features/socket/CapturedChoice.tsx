import { useMemo } from 'react';
import { useListed } from '../../app/shared/connections/use-listed.ts';
import { type ChosenOfCapture, chosenOf, useSocketView } from '../../app/state/window/socket-view.ts';
import { toastError } from '../../app/state/window/toasts.ts';
import { Select } from '../../ui/Select.tsx';
import { dialogWords, useDialogWords } from '../../words/dialogs.ts';

interface CapturedChoiceProps {
	readonly capture: string;
	/** Endpoints can be chosen, too: their calls are a list, but TCP states are those of a connection. */
	readonly endpoints: boolean;
}

const NONE = '';

function keyOf({ endpoint, connection }: Omit<ChosenOfCapture, 'capture'>): string {
	return JSON.stringify([endpoint, connection]);
}

function notListed(error: unknown): void {
	toastError(dialogWords().socketCalls.notListed, error);
}

/** The endpoints and connections of a stored capture. */
export function CapturedChoice({ capture, endpoints }: CapturedChoiceProps) {
	const { socketCalls: words } = useDialogWords();
	const chosen = useSocketView((view) => chosenOf(view, capture));
	const found = useListed(capture, true, notListed);
	const choices = useMemo(() => {
		return [
			...(endpoints ? found.endpoints : []).map((endpoint) => ({ label: endpoint, of: { endpoint } })),
			...found.connections.map(({ id, endpoint, remote }) => ({
				label: `#${id} ${endpoint} ${remote}`,
				of: { connection: id },
			})),
		].map(({ label, of }) => ({ value: keyOf(of), label, of }));
	}, [found, endpoints]);
	const value = chosen === undefined ? NONE : keyOf(chosen);
	return (
		<Select
			label={endpoints ? words.of : words.connectionChoice}
			hideLabel
			className="socket-captured"
			value={choices.some((choice) => choice.value === value) ? value : NONE}
			choices={[{ value: NONE, label: endpoints ? words.all : words.ofSelection }, ...choices]}
			onChange={(next) => {
				const of = choices.find((choice) => choice.value === next)?.of;
				useSocketView.setState({ chosen: of === undefined ? undefined : { capture, ...of } });
			}}
		/>
	);
}
