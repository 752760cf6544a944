import { cellsOf } from './cells.ts';

/** No line may begin with these (JIS X 4051, CLREQ), nor end with those of `OPENING`. */
const CLOSING = '，。；：！？、）」』》”’…';
const OPENING = '（「『《“‘';

/** The parts between which a line may be broken: a Chinese character each, with its punctuation; a word without spaces; spaces. */
const PARTS = new RegExp(
	`\\s+|[${OPENING}]*(?:[\\u2e80-\\u9fff\\uf900-\\uffef]|[^\\s\\u2e80-\\u9fff\\uf900-\\uffef${OPENING}${CLOSING}]+)[${CLOSING}]*|[${OPENING}${CLOSING}]+`,
	'gu',
);

/** The parts of a text, its spaces among them. */
export function partsOf(text: string): string[] {
	return text.match(PARTS) ?? [];
}

function line(text: string, width: number): string {
	const lines: string[] = [];
	let now = '';
	for (const part of partsOf(text)) {
		if (now !== '' && cellsOf(now) + cellsOf(part.trimEnd()) > width) {
			lines.push(now.trimEnd());
			now = part.trimStart();
		} else now += part;
	}
	return [...lines, now.trimEnd()].join('\n');
}

/** Text in lines of at most so many cells. One without spaces, such as a long address, is longer where it has to be. */
export function wrapped(text: string, width: number): string {
	return text
		.split('\n')
		.map((one) => line(one, width))
		.join('\n');
}
