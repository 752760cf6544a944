import { expect, test } from 'vitest';
import { endpointConfigSchema } from '../endpoints/index.ts';
import { compileFraming } from '../framing/index.ts';
import { compileResponder } from '../responder/index.ts';
import { findPreset, PRESET_GROUPS, presets } from './index.ts';

test('the gallery lists every preset scenario once', () => {
	expect(presets.map((preset) => preset.id).sort()).toEqual([
		'chat',
		'class-tcp',
		'class-udp',
		'class-unix-datagram',
		'class-unix-stream',
		'concurrent',
		'greeting',
		'half-close',
		'hello-server',
		'http-client',
		'http-server',
		'interactive-client',
		'key-value',
		'line-server',
		'one-at-a-time',
		'one-shot',
		'receive-chunks',
		'tcp-proxy',
		'time-server',
		'timestamp-echo',
		'timestamp-echo-client',
		'udp-client',
		'udp-hello',
		'udp-proxy',
		'upper-echo',
		'write-to-closed',
	]);
});

test.each(presets.map((preset) => [preset.id, preset] as const))('%s is complete and compiles', (id, preset) => {
	const config = endpointConfigSchema.parse(preset.config);
	if ('responder' in config) compileResponder(config.responder);
	if ('framing' in config) compileFraming(config.framing);
	expect(preset.summary).toMatch(/^[A-Z].*\.$/);
	expect(PRESET_GROUPS).toContain(preset.group);
	expect(findPreset(id)).toBe(preset);
});

test('presets that listen can all run at once', () => {
	const bound = presets
		.filter(({ id }) => id !== 'udp-client')
		.map((preset) => endpointConfigSchema.parse(preset.config))
		.filter((config) => config.kind !== 'tcp-client' && config.kind !== 'unix-client')
		.map((config) => `${config.kind} ${'path' in config ? config.path : 'port' in config ? config.port : ''}`);
	expect(new Set(bound).size).toBe(bound.length);
});
