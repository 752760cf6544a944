import { SOCKET_OPTIONS, type SocketOption } from '../../../../common/contract/config/socket-options.ts';
import { type EndpointKind, hasOption } from '../../../../common/endpoints/index.ts';
import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import type { OptionsDraft } from '../draft/options-draft.ts';
import { MulticastFields } from './MulticastFields.tsx';

export interface OptionPart {
	readonly kind: EndpointKind;
	readonly options: OptionsDraft;
	/** The sockets are open: options that are only set when they open cannot be changed. */
	readonly open: boolean;
	readonly change: (option: string, patch: Partial<OptionsDraft>) => void;
	/** The sentence to show at an option. */
	readonly error: (option: string) => string | undefined;
}

const CONNECTED = ['auto', 'yes', 'no'] as const;

const NUMBERS = [
	{ option: 'receiveBuffer', max: 2 ** 30 },
	{ option: 'sendBuffer', max: 2 ** 30 },
	{ option: 'ttl', max: 255 },
	{ option: 'keepAliveMs', max: 32_767_000 },
	{ option: 'idleTimeoutMs', max: 86_400_000 },
] as const;

const BOXES = ['reuseAddress', 'reusePort', 'ipv6Only', 'broadcast', 'resetOnClose'] as const;

/** The socket options of a kind. */
export function OptionFields(part: OptionPart) {
	const words = useDialogWords().endpointForm.socketOptions;
	const { kind, options, open, change, error } = part;
	const has = (option: SocketOption) => hasOption(kind, option);
	return (
		<>
			<div className="form-grid">
				{NUMBERS.filter(({ option }) => has(option)).map(({ option, max }) => (
					<NumberField
						key={option}
						label={words.numbers[option]}
						placeholder={words.unset[option]}
						min={0}
						max={max}
						value={options[option]}
						onChange={(text) => change(option, { [option]: text })}
						error={error(option)}
						aside={<ExplainButton explains={`options.${option}`} />}
					/>
				))}
				{has('connected') ? (
					<Select
						label={words.connected.label}
						value={options.connected}
						choices={CONNECTED.map((value) => ({ value, label: words.connected[value] }))}
						disabled={open}
						onChange={(connected) => change('connected', { connected })}
						aside={<ExplainButton explains="options.connected" />}
					/>
				) : null}
			</div>
			{BOXES.filter(has).map((option) => (
				<Checkbox
					key={option}
					label={words.boxes[option]}
					checked={options[option]}
					disabled={open && !SOCKET_OPTIONS[option].live}
					onChange={(on) => change(option, { [option]: on })}
					aside={<ExplainButton explains={`options.${option}`} />}
				/>
			))}
			{has('groups') ? <MulticastFields {...part} /> : null}
		</>
	);
}
