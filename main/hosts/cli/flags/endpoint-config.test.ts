import { describe, expect, it } from 'vitest';
import { presets } from '../../../../common/presets/index.ts';
import { endpointConfig } from './endpoint-config.ts';

const tcp = { protocol: 'tcp', host: '127.0.0.1', port: 0 } as const;
const udp = { protocol: 'udp', host: '::1', port: 5 } as const;

describe('the endpoint of a command', () => {
	it('only receives by default', () => {
		expect(endpointConfig('tcp-server', tcp, {})).toMatchObject({
			kind: 'tcp-server',
			...{ host: '127.0.0.1', port: 0 },
			framing: { type: 'none' },
			responder: { rules: [] },
		});
		expect(endpointConfig('udp', udp, {})).toMatchObject({
			kind: 'udp',
			host: '::1',
			port: 5,
			responder: { rules: [] },
		});
	});

	it('is a preset at the address of the URL, not of the preset', () => {
		const config = endpointConfig('tcp-server', tcp, { preset: 'upper-echo' });
		const rules = [{ match: { type: 'any' } }];
		expect(config).toMatchObject({ name: 'upper-echo', host: '127.0.0.1', port: 0, responder: { rules } });
	});

	it('uses name, framing and reply over those of the preset, and keeps the greeting', () => {
		const config = endpointConfig('tcp-server', tcp, {
			preset: 'hello-server',
			name: 'mine',
			framing: { type: 'line' },
			reply: 'ok\\n',
		});
		expect(config).toMatchObject({
			name: 'mine',
			framing: { type: 'line' },
			responder: {
				onOpen: { reply: { text: 'Welcome!' } },
				rules: [{ match: { type: 'any' }, reply: { format: 'escaped', text: 'ok\\n' } }],
			},
		});
	});

	it('has the charset of the option, in which the texts of its preset are then', () => {
		expect(endpointConfig('tcp-server', tcp, { preset: 'hello-server', charset: 'GB2312' })).toMatchObject({
			charset: 'GB2312',
			responder: { onOpen: { reply: { text: 'Welcome!' } } },
		});
	});

	it('connects as a client preset', () => {
		const config = endpointConfig('tcp-client', { ...tcp, port: 7 }, { preset: 'timestamp-echo-client' });
		expect(config).toMatchObject({ kind: 'tcp-client', host: '127.0.0.1', port: 7 });
	});

	it('lists the presets when one is unknown', () => {
		const ids = presets.map(({ id }) => id).join(', ');
		expect(() => endpointConfig('tcp-server', tcp, { preset: 'nope' })).toThrow(
			`There is no preset "nope". There are: ${ids}.`,
		);
	});

	it('refuses conflicting options', () => {
		expect(() => endpointConfig('udp', udp, { preset: 'upper-echo' })).toThrow('use "wirebench listen tcp://');
		expect(() => endpointConfig('tcp-server', tcp, { preset: 'udp-hello' })).toThrow('use "wirebench listen udp://');
		expect(() => endpointConfig('tcp-server', tcp, { preset: 'timestamp-echo-client' })).toThrow(
			'use "wirebench connect tcp://',
		);
		expect(() => endpointConfig('udp', udp, { framing: { type: 'line' } })).toThrow('--framing is for tcp://');
		expect(() => endpointConfig('tcp-server', tcp, { name: ' ' })).toThrow('name: Give it a name.');
	});
});
