import { afterEach, expect, test } from 'vitest';
import { savedPayloadSchema } from '../../../common/payload/saved.ts';
import { onPayloadRequest, usePayloads } from '../../app/state/templates/payloads.ts';
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
	expect(found.map(({ label, note }) => [label, note])).toEqual([
		['Send read', 'Alt 2'],
		['Send modbus: read', undefined],
	]);
	for (const { onSelect } of findCommands('send modbus', []).flatMap(({ commands }) => commands)) onSelect();
	expect(sent).toEqual([modbus]);
	stop();
});
