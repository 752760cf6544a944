import { Plus, X } from 'lucide-react';
import { useId } from 'react';
import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import { useInterfaces } from '../../../app/shared/reach/use-interfaces.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import { type GroupDraft, newGroup } from '../draft/options-draft.ts';
import type { OptionPart } from './OptionFields.tsx';

/** The multicast groups of a UDP socket, and its options for sending to groups. */
export function MulticastFields({ options, change, error }: OptionPart) {
	const { multicast: words, systemChooses } = useDialogWords().endpointForm.socketOptions;
	const list = useId();
	const put = (groups: readonly GroupDraft[]) => change('groups', { groups });
	return (
		<fieldset className="form-multicast">
			<legend>{words.title}</legend>
			<Interfaces id={list} />
			{options.groups.map((group, at) => (
				<Group
					key={group.key}
					group={group}
					at={at}
					list={list}
					error={error}
					onChange={(next) => put(options.groups.with(at, next))}
					onRemove={() => put(options.groups.filter((one) => one !== group))}
				/>
			))}
			<div>
				<Button onClick={() => put([...options.groups, newGroup()])}>
					<Plus size={14} aria-hidden="true" /> {words.join}
				</Button>
			</div>
			<div className="form-grid">
				<TextField
					label={words.throughInterface}
					aside={<ExplainButton explains="options.multicastInterface" />}
					mono
					list={list}
					placeholder={systemChooses}
					value={options.multicastInterface}
					onChange={(multicastInterface) => change('multicastInterface', { multicastInterface })}
					error={error('multicastInterface')}
				/>
				<NumberField
					label={words.ttl}
					aside={<ExplainButton explains="options.multicastTtl" />}
					min={0}
					max={255}
					placeholder="1"
					value={options.multicastTtl}
					onChange={(multicastTtl) => change('multicastTtl', { multicastTtl })}
					error={error('multicastTtl')}
				/>
			</div>
			<Checkbox
				label={words.loopback}
				aside={<ExplainButton explains="options.multicastLoopback" />}
				checked={options.multicastLoopback}
				onChange={(multicastLoopback) => change('multicastLoopback', { multicastLoopback })}
			/>
		</fieldset>
	);
}

interface GroupProps {
	readonly group: GroupDraft;
	readonly at: number;
	/** Id of the list of interfaces. */
	readonly list: string;
	readonly error: OptionPart['error'];
	readonly onChange: (group: GroupDraft) => void;
	readonly onRemove: () => void;
}

function Group({ group, at, list, error, onChange, onRemove }: GroupProps) {
	const { multicast: words, systemChooses } = useDialogWords().endpointForm.socketOptions;
	return (
		// biome-ignore lint/a11y/useSemanticElements: a fieldset's frame would be too much
		<div className="form-group" role="group" aria-label={words.groupNumber(at + 1)}>
			<TextField
				label={words.group}
				aside={<ExplainButton explains="options.groups" />}
				mono
				placeholder="239.1.2.3"
				value={group.group}
				onChange={(text) => onChange({ ...group, group: text })}
				error={error(`groups[${at}].group`)}
			/>
			<TextField
				label={words.onInterface}
				aside={<ExplainButton explains="options.multicastInterface" />}
				mono
				list={list}
				placeholder={systemChooses}
				value={group.interface}
				onChange={(text) => onChange({ ...group, interface: text })}
				error={error(`groups[${at}].interface`)}
			/>
			<TextField
				label={words.source}
				aside={<ExplainButton explains="fields.source" />}
				mono
				placeholder={words.anySource}
				value={group.source}
				onChange={(text) => onChange({ ...group, source: text })}
				error={error(`groups[${at}].source`)}
			/>
			<IconButton label={words.leave(at + 1)} size="s" onClick={onRemove}>
				<X size={14} />
			</IconButton>
		</div>
	);
}

/** The interfaces of the host's machine, as suggestions for any field that references the list. */
function Interfaces({ id }: { readonly id: string }) {
	// Without the list a name can still be typed.
	const interfaces = useInterfaces(id) ?? [];
	return (
		<datalist id={id}>
			{interfaces.map(({ name, addresses }) => (
				<option key={name} value={name}>
					{addresses.map(({ address }) => address).join(', ')}
				</option>
			))}
		</datalist>
	);
}
