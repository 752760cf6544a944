import type { ReactNode } from 'react';
import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import type { FormPart } from '../draft/form-part.ts';
import type { AnyDraft } from '../draft/parts.ts';
import type { ProxyDraft } from '../draft/proxy-draft.ts';
import { FaultFields } from './FaultFields.tsx';

type FaultsSectionProps = FormPart<AnyDraft & { readonly proxy: ProxyDraft }> & { readonly children?: ReactNode };

/** The faults of a proxy, with the seed of its random decisions. `children`: fields next to the seed. */
export function FaultsSection({ draft, change, error, children }: FaultsSectionProps) {
	const { kind, proxy } = draft;
	const { faults: words } = useDialogWords().endpointForm;
	return (
		<fieldset className="form-section">
			<legend>{words.title}</legend>
			<FaultFields
				kind={kind}
				faults={proxy.faults}
				change={(path, faults) => change(path, { proxy: { ...proxy, faults } })}
				error={error}
			/>
			<div className="form-grid">
				<NumberField
					label={words.seed}
					aside={<ExplainButton explains="fields.seed" />}
					min={0}
					max={0xffff_ffff}
					value={proxy.seed}
					onChange={(seed) => change('seed', { proxy: { ...proxy, seed } })}
					error={error('seed')}
					hint={words.seedHint}
				/>
				{children}
			</div>
		</fieldset>
	);
}
