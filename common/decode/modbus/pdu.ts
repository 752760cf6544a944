import { counted } from '../../words/counted.ts';
import type { Reader } from '../core/reader.ts';
import { readDeviceIdentification } from './identification.ts';
import type { Side } from './length.ts';
import { DIAGNOSTICS, EXCEPTIONS, eventText, FUNCTIONS, INTERFACES } from './names.ts';
import { readBits, readFileRecords, readRegisters, SWITCH } from './values.ts';

/** Reads the data of a function; returns what makes a text of what a person wants to know of it. */
type Read = (reader: Reader) => (() => string | undefined) | undefined;

/** Where a request begins to read, and how much. */
const range =
	(what: string): Read =>
	(reader) => {
		const address = reader.uint('address', 2);
		const quantity = reader.uint('quantity', 2);
		return () => `${counted(quantity, what)} at ${address}`;
	};

const bits = (reader: Reader): (() => string) => {
	const length = readBits(reader, reader.uint('byteCount', 1));
	return () => counted(length, 'byte');
};
const registers = (reader: Reader): (() => string) => {
	const count = readRegisters(reader, reader.uint('byteCount', 1));
	return () => counted(count, 'register');
};

const coil: Read = (reader) => {
	const address = reader.uint('address', 2);
	const value = reader.uint('value', 2, 'be', { meaning: SWITCH });
	if (!SWITCH.has(value)) reader.note({ code: 'unexpected', expected: '0x0000 or 0xff00' });
	return () => `${SWITCH.get(value) ?? value} at ${address}`;
};

const register: Read = (reader) => {
	const address = reader.uint('address', 2);
	const value = reader.uint('value', 2);
	return () => `${value} at ${address}`;
};

const diagnostics: Read = (reader) => {
	const code = reader.uint('subFunction', 2, 'be', { meaning: DIAGNOSTICS });
	if (code === 1) reader.uint('data', 2, 'be', { meaning: new Map([[0xff00, 'clear the event log']]) });
	else if (code === 3) {
		reader.text('delimiter', 1);
		reader.uint('padding', 1);
	} else if (code >= 11 && code <= 18) reader.uint('count', 2);
	else if (code === 2) reader.uint('diagnosticRegister', 2);
	else reader.rest('data');
	return () => DIAGNOSTICS.get(code);
};

const BUSY: ReadonlyMap<number, string> = new Map([
	[0, 'ready'],
	[0xffff, 'busy'],
]);

const eventCounter: Read = (reader) => {
	reader.uint('status', 2, 'be', { meaning: BUSY });
	const count = reader.uint('eventCount', 2);
	return () => counted(count, 'event');
};

const eventLog: Read = (reader) =>
	reader.within(reader.uint('byteCount', 1), () => {
		const events = eventCounter(reader);
		reader.uint('messageCount', 2);
		while (reader.left > 0) reader.uint('event', 1, 'be', { meaning: eventText });
		return events;
	});

const RUNNING: ReadonlyMap<number, string> = new Map([
	[0, 'off'],
	[0xff, 'on'],
]);

/** The identifier is as long as a device likes: most have one byte, with the indicator behind it. */
const serverId: Read = (reader) =>
	reader.within(reader.uint('byteCount', 1), () => {
		const running = RUNNING.get(reader.peek(1) ?? -1);
		if (running === undefined) reader.rest('serverId');
		else {
			reader.data('serverId', 1);
			reader.uint('runIndicator', 1, 'be', { meaning: RUNNING });
			reader.rest('additional');
		}
		return () => running;
	});

const mask: Read = (reader) => {
	const address = reader.uint('address', 2);
	reader.uint('andMask', 2);
	reader.uint('orMask', 2);
	return () => `at ${address}`;
};

const readWrite: Read = (reader) => {
	const read = reader.uint('readAddress', 2);
	const quantity = reader.uint('readQuantity', 2);
	const write = reader.uint('writeAddress', 2);
	reader.uint('writeQuantity', 2);
	const written = registers(reader);
	return () => `read ${counted(quantity, 'register')} at ${read}, write ${written()} at ${write}`;
};

const writeMany =
	(what: string, values: Read): Read =>
	(reader) => {
		const said = range(what)(reader);
		values(reader);
		return said;
	};

const fifo: Read = (reader) =>
	reader.within(reader.uint('byteCount', 2), () => {
		const count = reader.uint('fifoCount', 2);
		if (count > 31) reader.note({ code: 'unexpected', expected: '0 to 31' });
		const read = readRegisters(reader, reader.left);
		return () => counted(read, 'register');
	});

const interfaceTransport =
	(side: Side): Read =>
	(reader) => {
		const type = reader.uint('interface', 1, 'be', { meaning: INTERFACES });
		if (type === 14) return readDeviceIdentification(reader, side);
		reader.rest('data');
		return () => INTERFACES.get(type);
	};

const nothing: Read = () => undefined;
const fifoAddress: Read = (reader) => {
	const address = reader.uint('address', 2);
	return () => `at ${address}`;
};

/** The data behind each function code (MODBUS Application Protocol Specification V1.1b3, 6). */
const DATA: Readonly<Record<Side, ReadonlyMap<number, Read>>> = {
	request: new Map([
		[1, range('coil')],
		[2, range('input')],
		[3, range('register')],
		[4, range('register')],
		[5, coil],
		[6, register],
		[7, nothing],
		[8, diagnostics],
		[11, nothing],
		[12, nothing],
		[15, writeMany('coil', bits)],
		[16, writeMany('register', registers)],
		[17, nothing],
		[20, (reader) => readFileRecords(reader, 'request', false)],
		[21, (reader) => readFileRecords(reader, 'request', true)],
		[22, mask],
		[23, readWrite],
		[24, fifoAddress],
		[43, interfaceTransport('request')],
	]),
	response: new Map([
		[1, bits],
		[2, bits],
		[3, registers],
		[4, registers],
		[5, coil],
		[6, register],
		[7, (reader) => void reader.uint('status', 1, 'be', { meaning: (status) => status.toString(2).padStart(8, '0') })],
		[8, diagnostics],
		[11, eventCounter],
		[12, eventLog],
		[15, range('coil')],
		[16, range('register')],
		[17, serverId],
		[20, (reader) => readFileRecords(reader, 'response', false)],
		[21, (reader) => readFileRecords(reader, 'response', true)],
		[22, mask],
		[23, registers],
		[24, fifo],
		[43, interfaceTransport('response')],
	]),
};

const functionText = (code: number): string | undefined =>
	code > 0x7f ? `${nameOf(code)} failed` : FUNCTIONS.get(code);
const nameOf = (code: number): string => FUNCTIONS.get(code & 0x7f) ?? `function ${code & 0x7f}`;

const FUNCTION = { meaning: functionText };
const EXCEPTION = { meaning: EXCEPTIONS };

/** Reads a PDU (MODBUS Application Protocol Specification V1.1b3, 4.1) up to the end of what is being read. */
export function readPdu(reader: Reader, side: Side): void {
	const code = reader.peek() ?? 0;
	const isException = code > 0x7f;
	const name = () => nameOf(code);
	reader.tell(isException ? 'exception' : side, name);
	reader.uint('function', 1, 'be', FUNCTION);
	if (isException) {
		const exception = reader.uint('exception', 1, 'be', EXCEPTION);
		reader.tell('exception', () => `${name()}: ${EXCEPTIONS.get(exception) ?? exception}`);
		return;
	}
	const read = DATA[side].get(code);
	if (read === undefined) reader.rest('data');
	const says = read?.(reader);
	if (says !== undefined) reader.tell(side, () => [name(), says()].filter((part) => part !== undefined).join(': '));
}
