import { Plus, X } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import type { NetworkInterface } from '../../../../common/contract/calls/interfaces.ts';
import { session } from '../../../app/state/host/session.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { type GroupDraft, newGroup } from '../draft/options-draft.ts';
import type { OptionPart } from './OptionFields.tsx';

/** The multicast groups of a UDP socket, and its options for sending to groups. */
export function MulticastFields({ options, change, error }: OptionPart) {
	const list = useId();
	const put = (groups: readonly GroupDraft[]) => change('groups', { groups });
	return (
		<fieldset className="form-multicast">
			<legend>Multicast</legend>
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
					<Plus size={14} aria-hidden="true" /> Join a group
				</Button>
			</div>
			<div className="form-grid">
				<TextField
					label="Send to groups through interface"
					mono
					list={list}
					placeholder="the system chooses"
					value={options.multicastInterface}
					onChange={(multicastInterface) => change('multicastInterface', { multicastInterface })}
					error={error('multicastInterface')}
				/>
				<NumberField
					label="TTL of what is sent to groups"
					min={0}
					max={255}
					placeholder="1"
					value={options.multicastTtl}
					onChange={(multicastTtl) => change('multicastTtl', { multicastTtl })}
					error={error('multicastTtl')}
				/>
			</div>
			<Checkbox
				label="What is sent to groups comes to this machine as well"
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
	return (
		// biome-ignore lint/a11y/useSemanticElements: a fieldset's frame would be too much
		<div className="form-group" role="group" aria-label={`Group ${at + 1}`}>
			<TextField
				label="Group"
				mono
				placeholder="239.1.2.3"
				value={group.group}
				onChange={(text) => onChange({ ...group, group: text })}
				error={error(`groups[${at}].group`)}
			/>
			<TextField
				label="On interface"
				mono
				list={list}
				placeholder="the system chooses"
				value={group.interface}
				onChange={(text) => onChange({ ...group, interface: text })}
				error={error(`groups[${at}].interface`)}
			/>
			<TextField
				label="Only from"
				mono
				placeholder="any sender"
				value={group.source}
				onChange={(text) => onChange({ ...group, source: text })}
				error={error(`groups[${at}].source`)}
			/>
			<IconButton label={`Leave group ${at + 1}`} size="s" onClick={onRemove}>
				<X size={14} />
			</IconButton>
		</div>
	);
}

/** The interfaces of the host's machine, as suggestions for any field that references the list. */
function Interfaces({ id }: { readonly id: string }) {
	const [interfaces, setInterfaces] = useState<readonly NetworkInterface[]>([]);
	useEffect(() => {
		let shown = true;
		// Without the list a name can still be typed.
		const took = (found: readonly NetworkInterface[]) => shown && setInterfaces(found);
		session.call('networkInterfaces', {}).then(
			(answer) => took(answer.interfaces),
			() => took([]),
		);
		return () => {
			shown = false;
		};
	}, []);
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
