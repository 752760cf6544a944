import { expect, it } from 'vitest';
import { parseFraming } from './framing.ts';

const length = { type: 'length', size: 2, order: 'big', offset: 0, adjustment: 0, includesHead: false };

it.each([
	['none', { type: 'none' }],
	['line', { type: 'line' }],
	['delimiter:\\0:a', { type: 'delimiter', delimiter: { format: 'escaped', text: '\\0:a' } }],
	['either-eol:\\n\\n', { type: 'delimiter', delimiter: { format: 'escaped', text: '\\n\\n' }, eitherLineEnd: true }],
	['fixed:16', { type: 'fixed', length: 16 }],
	['idle:50', { type: 'idle', ms: 50 }],
	['length:2', length],
	[
		'length:4le,offset=2,add=-6,with-head',
		{ ...length, size: 4, order: 'little', offset: 2, adjustment: -6, includesHead: true },
	],
])('%s', (text, framing) => {
	expect(parseFraming(text)).toEqual(framing);
});

it.each([
	'',
	'words',
	'either-eol',
	'fixed',
	'fixed:0',
	'fixed:x',
	'line:x',
	'idle:',
	'length:5',
	'length:2xe',
	'length:2,far=1',
	'length:2,offset=',
])('%s is invalid', (text) => {
	expect(() => parseFraming(text)).toThrow('It is one of: none, line');
});
