import { useState } from 'react';
import { type FaultName, PROXY_DIRECTIONS, type ProxyDirection } from '../../../../common/contract/config/proxy.ts';
import type { EndpointKind } from '../../../../common/endpoints/index.ts';
import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import { ExplainedSegmented } from '../../../app/shared/explain/ExplainedSegmented.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { type FaultField, faultSettings, faultsOf } from '../draft/fault-forms.ts';
import { countOn, type FaultDraft, type FaultsDraft, patchFault } from '../draft/faults-draft.ts';
import './faults.css';
import { useDialogWords } from '../../../words/dialogs.ts';

export interface FaultFieldsProps {
	readonly kind: EndpointKind;
	readonly faults: FaultsDraft;
	/** `path`: the path for an error of the change. */
	readonly change: (path: string, faults: FaultsDraft) => void;
	readonly error: (path: string) => string | undefined;
}

const UNITS = ['byte', 'message'] as const;

/** The faults in each direction of a proxy: one direction at a time, a line for each fault. */
export function FaultFields({ kind, faults, change, error }: FaultFieldsProps) {
	const { faults: words } = useDialogWords().endpointForm;
	const [way, setWay] = useState<ProxyDirection>('toTarget');
	const segments = PROXY_DIRECTIONS.map((direction) => {
		const on = countOn(faults[direction]);
		const label = words.ways[direction];
		return { value: direction, label: on === 0 ? label : words.wayWith(label, on) };
	});
	return (
		<div className="faults">
			<ExplainedSegmented
				label={words.way}
				explains="answers.direction"
				value={way}
				segments={segments}
				onChange={setWay}
			/>
			{faultsOf(kind).map((name) => (
				<Fault
					key={`${way} ${name}`}
					name={name}
					draft={faults[way].get(name)}
					change={(patch) => change(`faults.${way}.${name}`, patchFault(faults, way, name, patch))}
					error={(field) => error(`faults.${way}.${name}.${field}`)}
				/>
			))}
		</div>
	);
}

interface FaultProps {
	readonly name: FaultName;
	readonly draft: FaultDraft | undefined;
	readonly change: (patch: Partial<FaultDraft>) => void;
	readonly error: (field: string) => string | undefined;
}

function Fault({ name, draft, change, error }: FaultProps) {
	const label = useDialogWords().endpointForm.faults.names[name];
	const fields = faultSettings(name);
	const { on = false, texts = {} } = draft ?? {};
	return (
		<fieldset className="fault" aria-label={label}>
			<Checkbox
				label={label}
				checked={on}
				onChange={(next) => change({ on: next })}
				aside={<ExplainButton explains={`faults.${name}`} />}
			/>
			{on ? (
				<div className="fault-fields">
					{fields.map((field) => (
						<Setting
							key={field.key}
							field={field}
							fault={name}
							value={texts[field.key] ?? ''}
							onChange={(text) => change({ texts: { ...texts, [field.key]: text } })}
							error={error(field.key)}
						/>
					))}
				</div>
			) : null}
		</fieldset>
	);
}

interface SettingProps {
	readonly fault: FaultName;
	readonly field: FaultField;
	readonly value: string;
	readonly onChange: (text: string) => void;
	readonly error: string | undefined;
}

function Setting({ fault, field, value, onChange, error }: SettingProps) {
	const { settings, units } = useDialogWords().endpointForm.faults;
	const label = settings[field.label];
	const aside = <ExplainButton explains={`faults.${fault}`} />;
	if (field.type === 'unit') {
		const unit = value === 'message' ? 'message' : 'byte';
		const choices = UNITS.map((one) => ({ value: one, label: units[one] }));
		return <Select label={label} aside={aside} value={unit} choices={choices} onChange={onChange} />;
	}
	return <NumberField label={label} aside={aside} min={0} value={value} onChange={onChange} error={error} />;
}
