import { InvalidArgumentError } from 'commander';
import { type Framing, framingSchema } from '../../../../common/contract/config/framing.ts';
import { answering } from '../../../../common/words/en/cli/answering.ts';
import { spoken } from '../terminal/language.ts';

const words = () => spoken('answering', answering);

/** A delimiter in which each line end matches either. */
const EITHER = 'either-eol';

const KEYS: Readonly<Record<string, string>> = { offset: 'offset', add: 'adjustment' };

/** Parses a framing from the command line. Rejects an invalid one with commander's error. */
export function parseFraming(text: string): Framing {
	const [, type = '', rest] = /^([a-z-]+)(?::(.*))?$/s.exec(text) ?? [];
	const parsed = framingSchema.safeParse({ type: type === EITHER ? 'delimiter' : type, ...parameters(type, rest) });
	if (parsed.success) return parsed.data;
	throw new InvalidArgumentError(words().oneOf(words().framings));
}

function parameters(type: string, rest: string | undefined): Readonly<Record<string, unknown>> {
	if (rest === undefined) return {};
	if (type === 'delimiter') return { delimiter: { format: 'escaped', text: rest } };
	if (type === EITHER) return { delimiter: { format: 'escaped', text: rest }, eitherLineEnd: true };
	if (type === 'fixed') return { length: wholeNumber(rest) };
	if (type === 'idle') return { ms: wholeNumber(rest) };
	if (type === 'length') return lengthParameters(rest);
	// The others take no parameter.
	return { type: undefined };
}

function lengthParameters(rest: string): Readonly<Record<string, unknown>> {
	const [field = '', ...more] = rest.split(',');
	const [, size = '', order] = /^(\d)(be|le)?$/.exec(field) ?? [];
	const result: Record<string, unknown> = {};
	let includesHead = false;
	for (const word of more) {
		const [name = '', value = ''] = word.split('=');
		const key = KEYS[name];
		if (word === 'with-head') includesHead = true;
		else if (key === undefined) return {};
		else result[key] = wholeNumber(value);
	}
	return { size: wholeNumber(size), order: order === 'le' ? 'little' : 'big', includesHead, ...result };
}

function wholeNumber(text: string): number {
	return /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
}
