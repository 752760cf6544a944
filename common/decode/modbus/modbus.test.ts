import { expect, test } from 'vitest';
import { modbusRtu } from '../modbus-rtu/index.ts';
import { SAMPLES as RTU } from '../modbus-rtu/samples.fixture.ts';
import { type PathField, pathsOf } from '../testing/fields.fixture.ts';
import { sample, sampleNamed } from '../testing/samples.fixture.ts';
import { tsharkMissing, type WiresharkField, wiresharkFields } from '../testing/tshark.fixture.ts';
import { modbus } from './index.ts';
import { SAMPLES } from './samples.fixture.ts';

/** Names of the same fields behind the function code, here and in Wireshark. */
const SAME: Readonly<Record<string, readonly string[]>> = {
	function: ['modbus.func_code'],
	exception: ['modbus.exception_code'],
	address: ['modbus.reference_num', 'modbus.reference_num_32'],
	quantity: ['modbus.bit_cnt', 'modbus.word_cnt'],
	byteCount: ['modbus.byte_cnt', 'modbus.byte_cnt_16'],
	subFunction: ['modbus.diagnostic_code'],
	diagnosticRegister: ['modbus.diagnostic.return_diag_register'],
	delimiter: ['modbus.diagnostic.ascii_input_delimiter'],
	eventCount: ['modbus.ev_count'],
	messageCount: ['modbus.ev_msg_count'],
	event: ['modbus.event'],
	andMask: ['modbus.and_mask'],
	orMask: ['modbus.or_mask'],
	readAddress: ['modbus.read_reference_num'],
	readQuantity: ['modbus.read_word_cnt'],
	writeAddress: ['modbus.write_reference_num'],
	writeQuantity: ['modbus.write_word_cnt'],
	interface: ['modbus.mei'],
	identification: ['modbus.read_device_id'],
	conformity: ['modbus.conformity_level'],
	moreFollows: ['modbus.more_follows'],
	nextObject: ['modbus.next_object_id'],
	objects: ['modbus.num_objects'],
	'object.id': ['modbus.object_id'],
	'object.length': ['modbus.objects_len'],
	'object.value': ['modbus.object_str_value'],
};

const TCP: Readonly<Record<string, readonly string[]>> = {
	transaction: ['mbtcp.trans_id'],
	protocol: ['mbtcp.prot_id'],
	length: ['mbtcp.len'],
	unit: ['mbtcp.unit_id'],
};

const SERIAL: Readonly<Record<string, readonly string[]>> = { address: ['mbrtu.unit_id'], crc: ['mbrtu.crc16'] };

const place = ({ start, end }: Pick<WiresharkField, 'start' | 'end'>) => `${start}-${end}`;
const hexOf = (bytes: Uint8Array, { start, end }: PathField) => Buffer.from(bytes.subarray(start, end)).toString('hex');

test.skipIf(tsharkMissing !== undefined).each([
	['Modbus/TCP', modbus, SAMPLES.filter(({ context }) => context.ports !== undefined), { ...SAME, ...TCP }, 50],
	// Wireshark expects one frame a packet.
	['Modbus RTU', modbusRtu, RTU.filter(({ context }) => context.transport === 'stream' && context.from), SAME, 45],
])('fields and ranges of %s are those of Wireshark', (_, decoder, samples, same, least) => {
	const options = ['-o', 'mbrtu.tcp.port:9999', '-d', 'tcp.port==9999,mbrtu'];
	const theirs = wiresharkFields(samples, ...options);
	const compared = new Map<string, number>();
	for (const [i, each] of samples.entries()) {
		const fields = theirs[i] ?? [];
		for (const field of pathsOf(decoder, each)) {
			const name = field.path.slice(decoder.id.length + 1);
			const isSerial = decoder === modbusRtu && (field.start === 0 || field.end === each.bytes.length);
			const names = (isSerial ? SERIAL : same)[name];
			if (names === undefined || field.path === decoder.id) continue;
			const found = fields.filter((other) => names.includes(other.name));
			if (found.length === 0) continue;
			expect(found.map(place), `${each.name}: ${name}`).toContain(place(field));
			const raw = found.find((other) => place(other) === place(field))?.value;
			const mine = hexOf(each.bytes, field);
			// Wireshark leaves the bit of an exception out of the function.
			if (name === 'function') expect(Number.parseInt(raw ?? '', 16)).toBe(Number.parseInt(mine, 16) & 0x7f);
			else expect(raw, `${each.name}: ${name}`).toBe(mine);
			compared.set(name, (compared.get(name) ?? 0) + 1);
		}
		expect(fields.find(({ name }) => name === 'mbrtu.crc16.incorrect')).toBeUndefined();
	}
	expect([...compared.keys()].toSorted()).toEqual(
		expect.arrayContaining(Object.keys({ ...same, ...(decoder === modbusRtu ? SERIAL : {}) })),
	);
	expect([...compared.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(least);
});

test.each([
	['read holding registers', 'request', 'Read Holding Registers: 3 registers at 107'],
	['write single coil', 'request', 'Write Single Coil: on at 172'],
	['read device identification, response', 'response', 'Encapsulated Interface Transport: ABC XY-12 V2.11'],
	['an exception of a gateway', 'exception', 'Write Multiple Registers: Gateway Target Device Failed to Respond'],
	['of an unknown side and port', 'response', 'Read Holding Registers: 2 registers'],
])('says what is in %s', (name, value, meaning) => {
	expect(pathsOf(modbus, sampleNamed(SAMPLES, name))[0]).toMatchObject({ value, meaning });
});

test('a frame with a wrong checksum says which it should be', () => {
	const bad = sample('damaged', '11 03 006b 0003 7686', { transport: 'stream', from: 'client' });
	const crc = pathsOf(modbusRtu, bad).find(({ path }) => path === 'modbus-rtu.crc');
	expect(crc).toMatchObject({ value: 0x8676, note: { code: 'checksum', expected: '0x8776' } });
	expect(modbusRtu.recognise(bad.bytes, bad.context)).toBe(0);
});

test('two frames of unknown sides are told apart by their checksums', () => {
	const two = sampleNamed(RTU, 'a request and its response in one read');
	const units = pathsOf(modbusRtu, two).filter(({ path }) => path === 'modbus-rtu');
	expect(units.map(({ value }) => value)).toEqual(['request', 'response']);
});

test('functions that devices have of their own, and one byte more than there may be, are read with their header', () => {
	const own = (hex: string) => sample('', hex, { transport: 'stream', ports: [502], from: 'client' });
	// Modicon devices, and a function that no document has: in captures of ITI and Arkime.
	const unity = own('0000 0000 0004 00 5a 00 02');
	expect(modbus.recognise(unity.bytes, unity.context)).toBe(0.3);
	expect(pathsOf(modbus, unity).find(({ path }) => path === 'modbus.data')).toMatchObject({ start: 8, end: 10 });
	const two = own('0000 0000 0004 00 5a 00 02 0001 0000 0005 0a 2a 0e 04 01');
	expect(modbus.recognise(two.bytes, two.context)).toBe(0.3);
	expect(modbus.recognise(two.bytes.subarray(0, 12), two.context)).toBe(0);
	const long = own(`0007 0000 00ff 00 5a ${'00'.repeat(253)}`);
	expect(modbus.recognise(long.bytes, long.context)).toBe(0.3);
	const [unit] = pathsOf(modbus, long);
	expect(unit).toMatchObject({ end: long.bytes.length, note: { code: 'unexpected', expected: '2 to 254' } });
	expect(pathsOf(modbus, long).find(({ path }) => path === 'modbus.function')?.value).toBe(0x5a);
});
