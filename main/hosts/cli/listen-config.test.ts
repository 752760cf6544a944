import { describe, expect, it } from 'vitest';
import { presets } from '../../../common/presets/index.ts';
import { listenConfig } from './listen-config.ts';

const tcp = { protocol: 'tcp', host: '127.0.0.1', port: 0 } as const;
const udp = { protocol: 'udp', host: '::1', port: 5 } as const;

describe('the endpoint of a listen command', () => {
	it('only listens unless told otherwise', () => {
		expect(listenConfig(tcp, {})).toMatchObject({
			kind: 'tcp-server',
			...{ host: '127.0.0.1', port: 0 },
			framing: { type: 'none' },
			responder: { rules: [] },
		});
		expect(listenConfig(udp, {})).toMatchObject({ kind: 'udp', host: '::1', port: 5, responder: { rules: [] } });
	});

	it('is a preset at the address of the URL, not of the preset', () => {
		const config = listenConfig(tcp, { preset: 'upper-echo' });
		expect(config).toMatchObject({ name: 'upper-echo', host: '127.0.0.1', port: 0 });
		expect(config.responder.rules).toHaveLength(1);
	});

	it('takes name, framing and reply over those of the preset, and leaves the greeting', () => {
		const config = listenConfig(tcp, { preset: 'hello-server', name: 'mine', framing: 'line', reply: 'ok\\n' });
		expect(config).toMatchObject({
			name: 'mine',
			framing: { type: 'line' },
			responder: {
				onOpen: { reply: { text: 'Welcome!' } },
				rules: [{ match: { type: 'any' }, reply: { format: 'escaped', text: 'ok\\n' } }],
			},
		});
	});

	it('says which presets there are when one is unknown', () => {
		const ids = presets.map(({ id }) => id).join(', ');
		expect(() => listenConfig(tcp, { preset: 'nope' })).toThrow(`There is no preset "nope". There are: ${ids}.`);
	});

	it('refuses what does not fit together', () => {
		expect(() => listenConfig(udp, { preset: 'upper-echo' })).toThrow('needs tcp://, not udp://');
		expect(() => listenConfig(tcp, { preset: 'udp-hello' })).toThrow('needs udp://, not tcp://');
		expect(() => listenConfig(tcp, { preset: 'timestamp-echo-client' })).toThrow('is a client');
		expect(() => listenConfig(udp, { framing: 'line' })).toThrow('--framing is for tcp://');
		expect(() => listenConfig(tcp, { name: ' ' })).toThrow('name: Give it a name.');
	});
});
