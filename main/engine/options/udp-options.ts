import type { Socket } from 'node:dgram';
import type {
	MulticastGroup,
	OptionInForce,
	SocketOption,
	UdpOptions,
} from '../../../common/contract/config/socket-options.ts';
import { withoutZone } from '../../../common/payload/index.ts';
import { groupText, interfaceFor, membership } from './multicast.ts';
import { OptionTeller, type Tell } from './option-teller.ts';
import { milliseconds, setRow, yesNo } from './rows.ts';

/** The default TTL of Linux, macOS and Windows. */
const SYSTEM_TTL = 64;

const SETTABLE = [
	'receiveBuffer',
	'sendBuffer',
	'broadcast',
	'ttl',
	'multicastTtl',
	'multicastLoopback',
	'multicastInterface',
] as const;
type Settable = (typeof SETTABLE)[number];

/** A bound UDP socket. */
interface Bound {
	readonly socket: Socket;
	readonly family: 4 | 6;
	grantReceiveBuffer(): void;
}

/** Sets each option to the wanted value; without one, to the system's default. */
function setters(bound: Bound, wanted: UdpOptions): Readonly<Record<Settable, () => void>> {
	const { socket, family } = bound;
	const { receiveBuffer, sendBuffer, broadcast = false, ttl = SYSTEM_TTL, multicastTtl = 1 } = wanted;
	const { multicastLoopback = true, multicastInterface } = wanted;
	return {
		receiveBuffer: () =>
			receiveBuffer === undefined ? bound.grantReceiveBuffer() : socket.setRecvBufferSize(receiveBuffer),
		// Its initial size is unknown by then: the set value stays.
		sendBuffer: () => sendBuffer !== undefined && socket.setSendBufferSize(sendBuffer),
		broadcast: () => socket.setBroadcast(broadcast),
		ttl: () => socket.setTTL(ttl),
		multicastTtl: () => socket.setMulticastTTL(multicastTtl),
		multicastLoopback: () => socket.setMulticastLoopback(multicastLoopback),
		multicastInterface: () => {
			const none = family === 4 ? '0.0.0.0' : '::%0';
			socket.setMulticastInterface(multicastInterface === undefined ? none : interfaceFor(family, multicastInterface));
		},
	};
}

/** The options of one bound UDP socket: sets them, and records which ones the system accepted. */
export class UdpSocketOptions {
	readonly #bound: Bound;
	readonly #teller: OptionTeller;
	/** The values in force that we set. */
	#set: UdpOptions = {};
	readonly #joined = new Map<string, MulticastGroup>();

	constructor(bound: Bound, tell: Tell) {
		this.#bound = bound;
		this.#teller = new OptionTeller(tell);
	}

	/** The groups that it receives. */
	get groups(): ReadonlySet<string> {
		return new Set([...this.#joined.values()].map(({ group }) => withoutZone(group)));
	}

	/** The options set when the socket was opened. */
	opened({ reuseAddress, reusePort, ipv6Only }: UdpOptions): void {
		this.#set = { ...this.#set, reuseAddress, reusePort, ipv6Only };
		this.#bound.grantReceiveBuffer();
	}

	/** Whether the system has connected the socket to one remote address. */
	connected(connected: boolean): void {
		this.#set = { ...this.#set, connected };
	}

	/** Changes options that differ from those in force. One that the system refuses stays unchanged, and is reported. */
	apply(wanted: UdpOptions): void {
		const set = setters(this.#bound, wanted);
		for (const option of SETTABLE) {
			if (wanted[option] === this.#set[option]) this.#teller.settled(option);
			else if (this.#teller.attempt(option, textOf(wanted[option]), set[option]))
				this.#set = { ...this.#set, [option]: wanted[option] };
		}
		this.#applyGroups(wanted.groups ?? []);
		this.#set = { ...this.#set, idleTimeoutMs: wanted.idleTimeoutMs };
	}

	#applyGroups(wanted: readonly MulticastGroup[]): void {
		const keys = new Set(wanted.map(groupText));
		this.#teller.settled('groups');
		for (const [key, group] of this.#joined) {
			if (keys.has(key)) continue;
			if (this.#teller.attempt('groups', `left ${key}`, () => this.#leave(group))) this.#joined.delete(key);
		}
		for (const group of wanted) {
			const key = groupText(group);
			if (this.#joined.has(key)) continue;
			if (this.#teller.attempt('groups', `joined ${key}`, () => this.#join(group), key)) this.#joined.set(key, group);
		}
	}

	#join(wanted: MulticastGroup): void {
		const { group, where, source } = membership(this.#bound.family, wanted);
		if (source === undefined) this.#bound.socket.addMembership(group, where);
		else this.#bound.socket.addSourceSpecificMembership(source, group, where);
	}

	#leave(joined: MulticastGroup): void {
		const { group, where, source } = membership(this.#bound.family, joined);
		if (source === undefined) this.#bound.socket.dropMembership(group, where);
		else this.#bound.socket.dropSourceSpecificMembership(source, group, where);
	}

	inForce(): OptionInForce[] {
		const set = this.#set;
		const onOff = (option: SocketOption & keyof UdpOptions, on: boolean | undefined, byDefault = false) =>
			setRow(option, on === undefined ? undefined : yesNo(on), yesNo(byDefault));
		const joined = [...this.#joined.keys()].join('; ');
		const rows = [
			onOff('reuseAddress', set.reuseAddress),
			onOff('reusePort', set.reusePort),
			...(this.#bound.family === 6 ? [onOff('ipv6Only', set.ipv6Only)] : []),
			onOff('connected', set.connected),
			{ option: 'receiveBuffer', value: `${this.#bound.socket.getRecvBufferSize()} bytes`, source: 'read' } as const,
			{ option: 'sendBuffer', value: `${this.#bound.socket.getSendBufferSize()} bytes`, source: 'read' } as const,
			setRow('ttl', set.ttl?.toString(), `${SYSTEM_TTL} (as a rule)`),
			onOff('broadcast', set.broadcast),
			setRow('multicastTtl', set.multicastTtl?.toString(), '1'),
			onOff('multicastLoopback', set.multicastLoopback, true),
			setRow('multicastInterface', set.multicastInterface, 'the system chooses'),
			setRow('groups', joined === '' ? undefined : joined, 'none'),
			setRow('idleTimeoutMs', milliseconds(set.idleTimeoutMs), 'none'),
		];
		return rows.map((row) => this.#teller.withRefusal(row));
	}
}

function textOf(value: string | number | boolean | undefined): string {
	if (value === undefined) return 'as the system has it';
	return typeof value === 'boolean' ? yesNo(value) : String(value);
}
