import { expect, test } from 'vitest';
import { writtenTexts } from './texts.mjs';

const textsOf = (source) => writtenTexts('Part.tsx', source).map(({ text }) => text);

test.each([
	['text between tags', 'const a = <p>Nothing yet</p>;', ['Nothing yet']],
	[
		'a shown attribute',
		'const a = <input placeholder="Search endpoints" className="Big field" />;',
		['Search endpoints'],
	],
	['a choice in an expression', "const a = <p>{b ? 'Stop it now' : text}</p>;", ['Stop it now']],
	['a text with values', `toast(\`\${name} was not stopped\`);`, ['… was not stopped']],
	['the title of a notice about an error', "toastError('The row was not read', error);", ['The row was not read']],
	['a constant', "export const TITLE = 'Load test';", ['Load test']],
])('finds %s', (_what, source, expected) => {
	expect(textsOf(source)).toEqual(expected);
});

test.each([
	['what stands in a catalogue', 'const a = <p title={text.title}>{text.shown}</p>;'],
	['names that no person reads', 'const a = <div className="Log row" data-part="The row" id="Row" key="Big" />;'],
	['types and modules', "import { a } from './Part.tsx'; type B = 'Big One'; const c = import('./Other.tsx');"],
	['keys of the keyboard', "if (event.key === 'ArrowUp') move(); const note = 'Ctrl Shift E';"],
	['filters', "applyFilter('mark:yes or note:*');"],
	['errors of the program itself', "throw new TypeError('This never happens here');"],
])('leaves %s alone', (_what, source) => {
	expect(textsOf(source)).toEqual([]);
});

test('says the line', () => {
	expect(writtenTexts('a.ts', "\n\nconst a = 'Two words';")).toEqual([{ line: 3, text: 'Two words' }]);
});
