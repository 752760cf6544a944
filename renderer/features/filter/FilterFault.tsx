import type { FilterFault as Fault } from '../../app/shared/filter-fault.ts';
import { useFilter } from '../../app/state/capture/filter.ts';
import { useWords } from '../../words/index.ts';

export interface FilterFaultProps {
	readonly id: string;
	readonly text: string;
	readonly fault: Fault | undefined;
}

/** Why the filter is not applied: the place and what was expected there, or the host's error. */
export function FilterFault({ id, text, fault }: FilterFaultProps) {
	const { faultAt } = useWords().filter;
	const refused = useFilter((filter) => filter.error ?? filter.state?.error);
	if (fault === undefined) {
		return refused === undefined ? null : (
			<div className="ui-popup filter-fault" role="alert">
				{refused.message}
			</div>
		);
	}
	const { position, length, message, hint } = fault;
	return (
		<div id={id} className="ui-popup filter-fault" role="alert">
			<code>
				{text.slice(0, position)}
				<mark>{length === 0 ? '␣' : text.slice(position, position + length)}</mark>
				{text.slice(position + length)}
			</code>
			<span>{faultAt(position + 1, message, hint ?? '')}</span>
		</div>
	);
}
