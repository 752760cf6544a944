import { connect, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Framing } from '../../../common/contract/config/framing.ts';
import type { ScriptLimits } from '../../../common/contract/config/script.ts';
import type { EndpointConfigInput } from '../../../common/endpoints/index.ts';
import type { Started } from '../testing/workbench.fixture.ts';

/** A TCP server that answers with a script. */
export function scripted(source: string, limits: Partial<ScriptLimits> = {}, framing: Framing = { type: 'none' }) {
	const config: EndpointConfigInput = {
		kind: 'tcp-server',
		name: 'scripted',
		port: 0,
		framing,
		responder: { script: { source, limits } },
	};
	return config;
}

/** A client, and the data it has read so far as Latin-1 text. */
export class Client {
	readonly socket: Socket;
	text = '';
	#look: (() => void) | undefined;
	ended = false;

	constructor({ local }: Started) {
		this.socket = connect({ port: local.port, host: local.address, allowHalfOpen: true });
		this.socket.setEncoding('latin1').on('data', (text) => {
			this.text += text;
			this.#look?.();
		});
		this.socket.on('end', () => {
			this.ended = true;
			this.#look?.();
		});
		onTestFinished(() => {
			this.socket.destroy();
		});
	}

	say(text: string): this {
		this.socket.write(text, 'latin1');
		return this;
	}

	/** Resolves once the data read is accepted. */
	async until(wanted: (text: string, ended: boolean) => boolean): Promise<string> {
		while (!wanted(this.text, this.ended)) await new Promise<void>((resolve) => (this.#look = resolve));
		return this.text;
	}
}
