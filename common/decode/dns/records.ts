import { address4, address6 } from '../../payload/ip-text.ts';
import type { Reader } from '../core/reader.ts';
import { type Message, readName } from './name.ts';
import { CLASSES, TYPES } from './names.ts';
import { readDnskey, readDs, readNsec, readNsec3, readNsec3Param, readRrsig, readSshfp, readTlsa } from './security.ts';
import { readNaptr, readOptions, readString, readSvcb } from './services.ts';

const TYPE = { meaning: TYPES };

/** The highest bit is a flag of mDNS, with a meaning for each section (RFC 6762, 10.2 and 5.4). */
const classOf = (flag: string) => ({
	meaning: (value: number) => {
		const name = CLASSES.get(value & 0x7fff);
		return name === undefined || value < 0x8000 ? name : `${name}, ${flag}`;
	},
});
const RECORD_CLASS = classOf('replaces what is cached');
const QUESTION_CLASS = classOf('to be answered by unicast');

/** The data of a record by its type; of others, the bytes. */
const DATA: ReadonlyMap<string, (reader: Reader, message: Message) => void> = new Map([
	['A', (reader) => void reader.data('address', 4, { meaning: address4 })],
	['AAAA', (reader) => void reader.data('address', 16, { meaning: address6 })],
	['NS', (reader, message) => void readName(reader, 'name', message)],
	['CNAME', (reader, message) => void readName(reader, 'name', message)],
	['PTR', (reader, message) => void readName(reader, 'name', message)],
	['DNAME', (reader, message) => void readName(reader, 'name', message)],
	[
		'MX',
		(reader, message) => {
			reader.uint('preference', 2);
			readName(reader, 'name', message);
		},
	],
	[
		'SRV',
		(reader, message) => {
			reader.uint('priority', 2);
			reader.uint('weight', 2);
			reader.uint('port', 2);
			readName(reader, 'name', message);
		},
	],
	[
		'SOA',
		(reader, message) => {
			readName(reader, 'server', message);
			readName(reader, 'mailbox', message);
			for (const name of ['serial', 'refresh', 'retry', 'expire', 'minimum']) reader.uint(name, 4);
		},
	],
	[
		'TXT',
		(reader) => {
			while (reader.left > 0) readString(reader, 'text');
		},
	],
	[
		'HINFO',
		(reader) => {
			readString(reader, 'processor');
			readString(reader, 'system');
		},
	],
	[
		'CAA',
		(reader) => {
			reader.uint('flags', 1);
			reader.text('tag', reader.uint('tagLength', 1));
			reader.text('value', reader.left);
		},
	],
	['OPT', readOptions],
	['SVCB', readSvcb],
	['HTTPS', readSvcb],
	['NAPTR', readNaptr],
	['RRSIG', readRrsig],
	['DNSKEY', readDnskey],
	['CDNSKEY', readDnskey],
	['DS', readDs],
	['CDS', readDs],
	['NSEC', readNsec],
	['NSEC3', readNsec3],
	['NSEC3PARAM', readNsec3Param],
	['SSHFP', readSshfp],
	['TLSA', readTlsa],
	['SMIMEA', readTlsa],
]);

/** A resource record (RFC 1035, 4.1.3); that of EDNS (RFC 6891) has other fields in place of class and time. */
export function readRecord(reader: Reader, section: string, message: Message): void {
	reader.group(section, () => {
		const name = readName(reader, 'name', message);
		const type = reader.uint('type', 2, 'be', TYPE);
		const typeName = TYPES.get(type) ?? String(type);
		if (typeName === 'OPT') {
			reader.uint('udpSize', 2);
			reader.uint('extendedCode', 1);
			reader.uint('version', 1);
			reader.bits('flags', 2, [
				['dnssecOk', 1],
				['reserved', 15],
			]);
		} else {
			reader.uint('class', 2, 'be', RECORD_CLASS);
			reader.uint('ttl', 4);
		}
		reader.tell(() => `${name()} ${typeName}`);
		const length = reader.uint('length', 2);
		if (length === 0) return;
		const read = DATA.get(typeName);
		if (read === undefined) reader.data('data', length);
		else reader.within(length, () => read(reader, message));
	});
}

/** An entry of the question section (RFC 1035, 4.1.2). */
export function readQuestion(reader: Reader, message: Message): void {
	reader.group('question', () => {
		const name = readName(reader, 'name', message);
		const type = reader.uint('type', 2, 'be', TYPE);
		reader.uint('class', 2, 'be', QUESTION_CLASS);
		reader.tell(() => `${name()} ${TYPES.get(type) ?? type}`);
	});
}
