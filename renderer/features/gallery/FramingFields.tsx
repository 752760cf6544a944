import { Segmented } from '../../ui/Segmented.tsx';
import type { FormPart } from './EndpointForm.tsx';
import { WrittenField } from './WrittenField.tsx';

const FRAMINGS = [
	{ value: 'none', label: 'Each read' },
	{ value: 'line', label: 'Line' },
	{ value: 'delimiter', label: 'Delimiter' },
] as const;

/** How a stream is cut into the messages that rules answer. */
export function FramingFields({ draft, change, error }: FormPart) {
	return (
		<fieldset className="form-section">
			<legend>A message is</legend>
			<div className="form-line">
				<Segmented
					label="A message is"
					value={draft.framing}
					segments={FRAMINGS}
					onChange={(framing) => change('framing', { framing })}
				/>
				{draft.framing === 'delimiter' ? (
					<WrittenField
						label="Delimiter"
						value={draft.delimiter}
						onChange={(delimiter) => change('framing', { delimiter })}
						error={error('framing')}
					/>
				) : null}
			</div>
		</fieldset>
	);
}
