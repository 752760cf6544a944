import type { SocketAddress } from '../../../../common/contract/base/address.ts';
import { formatAddress } from '../../packet/address.ts';
import type { SourceInterface } from '../input/packet.ts';
import type { Output } from './output.ts';

/** Maximum number of servers with an endpoint of their own; each is an interface in every segment that contains it. */
const MOST = 2000;

type Protocol = 'tcp' | 'udp';

/** The endpoints of an import: one for each destination address and port, and one for the file. */
export class Servers {
	readonly #output: Output;
	readonly #file: string;
	readonly #handles = new Map<string, number>();
	#fileHandle: number | undefined;

	/** `file`: the name of the file. */
	constructor(output: Output, file: string) {
		this.#output = output;
		this.#file = file;
	}

	/** Whether this is a known server. */
	has(protocol: Protocol, end: SocketAddress): boolean {
		return this.#handles.has(nameOf(protocol, end));
	}

	/** The handle of a server's endpoint. `seenOn`: the interface of its first packet. */
	handle(protocol: Protocol, end: SocketAddress, seenOn: SourceInterface): number {
		const name = nameOf(protocol, end);
		const known = this.#handles.get(name);
		if (known !== undefined) return known;
		if (this.#handles.size >= MOST) return this.#other(protocol);
		const config = { ...end, seenOn: seenOn.name || undefined, linkType: seenOn.link, file: this.#file };
		return this.#add(name, protocol, config);
	}

	/** The endpoint for notes about the file itself. */
	get file(): number {
		this.#fileHandle ??= this.#output.endpoint({ id: 'file', name: this.#file, kind: 'tcp-server', config: {} });
		return this.#fileHandle;
	}

	#other(protocol: Protocol): number {
		const name = `other ${protocol.toUpperCase()} servers`;
		return this.#handles.get(name) ?? this.#add(name, protocol, { file: this.#file });
	}

	#add(name: string, protocol: Protocol, config: unknown): number {
		const kind = protocol === 'tcp' ? 'tcp-server' : 'udp';
		const handle = this.#output.endpoint({ id: `${protocol} ${name}`, name, kind, config });
		this.#handles.set(name, handle);
		return handle;
	}
}

/** `10.0.0.1:80`, and `10.0.0.1:53/udp`: TCP and UDP ports are separate. */
function nameOf(protocol: Protocol, end: SocketAddress): string {
	return protocol === 'tcp' ? formatAddress(end) : `${formatAddress(end)}/udp`;
}
