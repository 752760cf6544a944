import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { AVOIDED, avoidedWords } from './words.mjs';

const foundIn = (file, text) => avoidedWords(file, text).map(({ line, found }) => `${line} ${found}`);

test('finds avoided words in comments, names and texts, with their lines', () => {
	const text = `// A failure is told once.\nconst begun = 1;\nconst fine = 'started';\nconst text = 'Whatever comes is cut anew.';\n`;
	expect(foundIn('a.ts', text)).toEqual(['1 told', '2 begun', '4 anew', '4 Whatever comes']);
});

test('ignores longer words and lookalikes', () => {
	expect(foundIn('a.ts', 'retold untold newly aforesaid; told apart; tells them apart; what becomes')).toEqual([]);
});

test('treats words in backticks and in blocks of Markdown as quotes', () => {
	expect(foundIn('a.md', 'Not `told`.\n```\nis told\n```\nIt is told.\n')).toEqual(['5 told']);
});

test('searches only comments on request', () => {
	const text = "const told = 'told // anew'; // is told\n/* a\n begun */ const url = `http://told`;\n{/* anew */}\n";
	const found = avoidedWords('a.tsx', text, { onlyComments: true }).map(({ line, found }) => `${line} ${found}`);
	expect(found).toEqual(['1 told', '3 begun', '4 anew']);
});

test('names the replacement', () => {
	expect(avoidedWords('a.css', '/* only for the eye */')).toEqual([
		{ line: 1, found: 'for the eye', instead: 'visual only' },
	]);
});

test('CONTRIBUTING lists each of them', () => {
	const text = readFileSync('CONTRIBUTING.md', 'utf8');
	for (const { word } of AVOIDED) for (const one of word.split(', ')) expect(text).toContain(`\`${one}\``);
});
