import type { TopicId } from '../../../../common/explain/topic-id.ts';
import { Segmented, type SegmentedProps } from '../../../ui/Segmented.tsx';
import { ExplainButton } from './ExplainButton.tsx';

interface ExplainedSegmentedProps<V extends string> extends SegmentedProps<V> {
	readonly explains: TopicId;
	/** Of the choices and the button together. */
	readonly className?: string;
}

/** Visible choices, and the button that explains them. */
export function ExplainedSegmented<V extends string>({ explains, className, ...choices }: ExplainedSegmentedProps<V>) {
	return (
		<span className={['ui-check-line', className].filter(Boolean).join(' ')}>
			<Segmented {...choices} />
			<ExplainButton explains={explains} />
		</span>
	);
}
