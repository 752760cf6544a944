import type { SocketOption } from '../../../../common/contract/config/socket-options.ts';
import { type EndpointKind, hasOption } from '../../../../common/endpoints/index.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
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

const CONNECTED = [
	{ value: 'auto', label: 'as a client with one remote' },
	{ value: 'yes', label: 'always' },
	{ value: 'no', label: 'never' },
] as const;

const NUMBERS = [
	{
		option: 'receiveBuffer',
		label: 'Receive buffer, bytes',
		placeholder: 'as much as the system grants',
		max: 2 ** 30,
	},
	{ option: 'sendBuffer', label: 'Send buffer, bytes', placeholder: 'the system’s', max: 2 ** 30 },
	{ option: 'ttl', label: 'TTL', placeholder: 'the system’s', max: 255 },
	{ option: 'keepAliveMs', label: 'Keep-alive after, ms', placeholder: 'off', max: 32_767_000 },
	{ option: 'idleTimeoutMs', label: 'Close when idle for, ms', placeholder: 'never', max: 86_400_000 },
] as const;

const BOXES = [
	{ option: 'reuseAddress', label: 'Share the address with sockets that allow it too (SO_REUSEADDR)', atOpen: true },
	{
		option: 'reusePort',
		label: 'Share the port; the system distributes connections or datagrams (SO_REUSEPORT)',
		atOpen: true,
	},
	{ option: 'ipv6Only', label: 'On an IPv6 address: no IPv4 (IPV6_V6ONLY)', atOpen: true },
	{ option: 'broadcast', label: 'Send to broadcast addresses (SO_BROADCAST)', atOpen: false },
	{ option: 'resetOnClose', label: 'Closing resets connections (RST in place of FIN)', atOpen: false },
] as const;

/** The socket options of a kind. */
export function OptionFields(part: OptionPart) {
	const { kind, options, open, change, error } = part;
	const has = (option: SocketOption) => hasOption(kind, option);
	return (
		<>
			<div className="form-grid">
				{NUMBERS.filter(({ option }) => has(option)).map(({ option, ...field }) => (
					<NumberField
						key={option}
						{...field}
						min={0}
						value={options[option]}
						onChange={(text) => change(option, { [option]: text })}
						error={error(option)}
					/>
				))}
				{has('connected') ? (
					<Select
						label="Connected (the system reports refusals)"
						value={options.connected}
						choices={CONNECTED}
						disabled={open}
						onChange={(connected) => change('connected', { connected })}
					/>
				) : null}
			</div>
			{BOXES.filter(({ option }) => has(option)).map(({ option, label, atOpen }) => (
				<Checkbox
					key={option}
					label={label}
					checked={options[option]}
					disabled={open && atOpen}
					onChange={(on) => change(option, { [option]: on })}
				/>
			))}
			{has('groups') ? <MulticastFields {...part} /> : null}
		</>
	);
}
