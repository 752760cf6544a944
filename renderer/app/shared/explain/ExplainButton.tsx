import { CircleHelp } from 'lucide-react';
import type { TopicId } from '../../../../common/explain/topic-id.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useWords } from '../../../words/index.ts';
import { useTip } from '../../shared/use-tip.ts';
import { openExplanation } from '../../state/window/help.ts';
import { EXPLAINS } from './explains.ts';
import './explain.css';

interface ExplainButtonProps {
	/** What to explain, or what does it. */
	readonly explains: TopicId | (() => void);
}

/** A small button beside a name, which opens what it means; by keyboard, that is a key of the window, so that Tab goes from field to field. */
export function ExplainButton({ explains }: ExplainButtonProps) {
	const { explain } = useWords().ui;
	const tip = useTip();
	return (
		<IconButton
			{...{ [EXPLAINS]: '' }}
			label={explain}
			tip={tip(explain, 'explain')}
			size="s"
			className="explain-button"
			tabIndex={-1}
			onClick={() => (typeof explains === 'string' ? openExplanation(explains) : explains())}
		>
			<CircleHelp size={12} />
		</IconButton>
	);
}
