import { Repeat } from 'lucide-react';
import { LIMITS } from '../../../common/contract/base/limits.ts';
import { ExplainButton } from '../../app/shared/explain/ExplainButton.tsx';
import { Button } from '../../ui/Button.tsx';
import { NumberField, wholeNumber } from '../../ui/NumberField.tsx';
import { useWords } from '../../words/index.ts';
import { useComposer } from './store.ts';

const MOST_TIMES = 1e12;

/** The typed numbers; undefined where one is invalid. */
function readRepeat({ intervalMs, count }: { readonly intervalMs: string; readonly count: string }) {
	const interval = wholeNumber(intervalMs);
	const times = wholeNumber(count);
	return {
		intervalMs: interval !== undefined && interval >= 0 && interval <= LIMITS.delayMs ? interval : undefined,
		count: times !== undefined && times >= 0 && times <= MOST_TIMES ? times : undefined,
	};
}

export interface RepeatRowProps {
	/** Sending is not possible now. */
	readonly blocked: boolean;
	readonly onStart: (intervalMs: number, count: number) => void;
}

/** Sends the message repeatedly. */
export function RepeatRow({ blocked, onStart }: RepeatRowProps) {
	const text = useWords().composer.repeat;
	const repeat = useComposer((composer) => composer.repeat);
	const { intervalMs, count } = readRepeat(repeat);
	const change = (patch: Partial<typeof repeat>) => useComposer.setState({ repeat: { ...repeat, ...patch } });
	const start = () => {
		if (!blocked && intervalMs !== undefined && count !== undefined) onStart(intervalMs, count);
	};
	return (
		<form
			className="composer-extra"
			aria-label={text.title}
			onSubmit={(event) => {
				event.preventDefault();
				start();
			}}
		>
			<NumberField
				label={text.every}
				aside={<ExplainButton explains="fields.repeat" />}
				autoFocus
				onFocus={(event) => event.target.select()}
				className="composer-inline"
				min={0}
				max={LIMITS.delayMs}
				value={repeat.intervalMs}
				onChange={(text) => change({ intervalMs: text })}
				aria-invalid={intervalMs === undefined || undefined}
			/>
			<NumberField
				label={text.times}
				aside={<ExplainButton explains="fields.repeat" />}
				onFocus={(event) => event.target.select()}
				className="composer-inline"
				min={0}
				max={MOST_TIMES}
				value={repeat.count}
				onChange={(text) => change({ count: text })}
				aria-invalid={count === undefined || undefined}
			/>
			<Button
				type="submit"
				icon={<Repeat size={13} />}
				aria-disabled={blocked || intervalMs === undefined || count === undefined}
				aria-describedby="composer-why"
			>
				{text.start}
			</Button>
			<span className="composer-hint">{text.hint}</span>
		</form>
	);
}
