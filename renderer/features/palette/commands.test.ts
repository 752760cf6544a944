import { afterEach, expect, onTestFinished, test } from 'vitest';
import { savedPayloadSchema } from '../../../common/payload/saved.ts';
import { setSession } from '../../app/state/host/session.ts';
import { onPayloadRequest, usePayloads } from '../../app/state/templates/payloads.ts';
import { useSettings } from '../../app/state/window/settings.ts';
import { endpointState, fakeHost } from '../../app/testing/host.fixture.ts';
import { findCommands } from './commands.ts';

afterEach(() => usePayloads.setState(usePayloads.getInitialState(), true));

test('a saved payload is sent by its name, those of other folders apart', () => {
	const written = { name: 'read', format: 'hex', text: '01 03' };
	const plain = savedPayloadSchema.parse({ ...written, shortcut: 2 });
	const modbus = savedPayloadSchema.parse({ ...written, folder: 'modbus' });
	usePayloads.setState({ payloads: [plain, modbus] });
	const sent: unknown[] = [];
	const stop = onPayloadRequest((payload) => sent.push(payload));
	const found = findCommands('send read', []).flatMap(({ commands }) => commands);
	expect(found.map(({ label, note }) => [label, note]).slice(0, 2)).toEqual([
		['Send read', 'Alt 2'],
		['Send modbus: read', undefined],
	]);
	for (const { onSelect } of findCommands('send modbus', []).flatMap(({ commands }) => commands)) onSelect();
	expect(sent).toEqual([modbus]);
	stop();
});

test('commands are found by socket calls, options and words of other languages', () => {
	const labels = (query: string) =>
		findCommands(query, [endpointState('echo')]).flatMap(({ commands }) => commands.map(({ label }) => label));
	expect(labels('sendall')).toContain('Write a message');
	expect(labels('SO_REUSEADDR')).toEqual(expect.arrayContaining(['Options…', 'New: TCP server…']));
	expect(labels('粘包')).toEqual(expect.arrayContaining(['Messages…', 'New: Lines out of chunks…']));
	expect(labels('sigpipe')).toEqual(['New: Writing to a closed peer…']);
	expect(labels('select')).toContain('New: All at once…');
	expect(labels('21567')).toContain('New: Timestamp echo…');
});

test('the contrast is chosen by command', async () => {
	const host = fakeHost();
	onTestFinished(() => host.close());
	setSession(host.session);
	const choose = (query: string) => {
		const [only, ...others] = findCommands(query, []).flatMap(({ commands }) => commands);
		expect(others).toEqual([]);
		only?.onSelect();
		return useSettings.getState().contrast;
	};
	expect(choose('contrast high')).toBe('high');
	expect(choose('contrast normal')).toBe('normal');
	expect(choose('contrast system')).toBe('system');
	// Answered after what is still being stored, whose failure would be reported in the middle of another test.
	await host.session.call('settingsUpdate', {});
	const stored = host.calls.flatMap(({ name, input }) => (name === 'settingsUpdate' ? [input] : []));
	expect(stored).toEqual([{ contrast: 'high' }, { contrast: 'normal' }, { contrast: 'system' }, {}]);
});
