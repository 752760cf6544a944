import { createInterface } from 'node:readline';
import type { LineEnding } from '../../../common/contract/payload.ts';
import { encodeWritten } from '../../../common/payload/index.ts';
import type { Engine } from '../../app/headless.ts';
import { describeError } from './exit.ts';

/** Sends each line of stdin from a client, one after the other; the end of stdin ends its sending side. */
export function sendLines(lineEnding: LineEnding): (engine: Engine, id: string) => void {
	return (engine, id) => {
		const lines = createInterface({ input: process.stdin });
		const send = async (): Promise<void> => {
			for await (const line of lines) {
				// Nothing was typed: nothing is sent, not even the line's end.
				if (line === '') continue;
				const encoded = encodeWritten({ format: 'text', text: line }, lineEnding);
				if (encoded.ok) await engine.send({ endpoint: id, bytes: encoded.bytes });
			}
			for (const connection of engine.connections()) {
				if (connection.status === 'open' || connection.status === 'peer-ended') engine.endConnection(connection.id);
			}
		};
		// The connection may have closed meanwhile: what that means has been printed already.
		send().catch((error: unknown) => process.stderr.write(`${describeError(error)}\n`));
	};
}
