import { expect, test } from 'vitest';
import { en } from '../../../common/words/en.ts';
import { zhHans } from '../../../common/words/zh-hans.ts';
import { zhHant } from '../../../common/words/zh-hant.ts';
import { IMPORTED_PROGRAMS } from '../../../common/workspace/import/index.ts';
import { offers } from '../../app/shared/offers/offers.ts';
import { asOneLine, isCommandLine } from './command-line.ts';

test.each(IMPORTED_PROGRAMS)('a line of %s is a command line, also behind a prompt and with a path', (program) => {
	for (const line of [`${program} x`, ` $ ${program} x`, `/usr/bin/${program} -l 1`])
		expect(isCommandLine(line)).toBe(true);
	for (const line of [program, `${program} `, `${program}x y`, `x ${program} y`])
		expect(isCommandLine(line)).toBe(false);
});

test('no entry of the gallery is searched for with the name of such a program', () => {
	for (const { id, texts } of offers) {
		for (const { words } of [{ words: en }, zhHans, zhHant])
			expect([id, texts(words).title].filter(isCommandLine)).toEqual([]);
	}
});

test('lines that continue are joined, and a further command is separated', () => {
	expect(asOneLine('curl \\\r\n -v x\nnc y 1\n')).toBe('curl   -v x; nc y 1');
});
