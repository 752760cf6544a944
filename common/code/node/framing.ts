import { toLatin1 } from '../../payload/codec/ascii.ts';
import type { CodeFraming } from '../description/program.ts';
import { block, type NodeFile } from './file.ts';
import { bufferOf } from './literals.ts';

const CHUNKS = 'socket.iterator({ destroyOnReturn: false })';

type Split = Exclude<CodeFraming, { type: 'none' }>;

/** The loop that takes whole messages from what has arrived. */
function taking(framing: Split, withEol: boolean, withHead: boolean, file: NodeFile): string[] {
	switch (framing.type) {
		case 'delimiter': {
			if (framing.lines) {
				const pattern = [...toLatin1(framing.delimiter)]
					.map((one) => (one === '\n' ? '\\r?\\n' : literal(one)))
					.join('');
				const end = file.constant('END', [`/${pattern}/`]);
				const data = 'data: rest.subarray(0, end.index)';
				return block(
					`for (let end; (end = ${end}.exec(rest.toString('latin1'))); )`,
					withEol ? `yield { ${data}, eol: Buffer.from(end[0]) };` : `yield { ${data} };`,
					'rest = rest.subarray(end.index + end[0].length);',
				);
			}
			const end = file.constant('END', [bufferOf(framing.delimiter, file)]);
			return block(
				`for (let end; (end = rest.indexOf(${end})) >= 0; )`,
				`yield { data: rest.subarray(0, end)${withEol ? `, eol: ${end}` : ''} };`,
				`rest = rest.subarray(end + ${end}.length);`,
			);
		}
		case 'fixed':
			return block(
				`while (rest.length >= ${framing.length})`,
				`yield { data: rest.subarray(0, ${framing.length}) };`,
				`rest = rest.subarray(${framing.length});`,
			);
		case 'length': {
			const { head, size, order, add } = framing;
			const sum = add === 0 ? '' : ` ${add < 0 ? '-' : '+'} ${Math.abs(add)}`;
			const end = order === 'big' ? 'BE' : 'LE';
			// readUInt reads at most six bytes.
			const field =
				size > 6 ? `Number(rest.readBigUInt64${end}(${head - size}))` : `rest.readUInt${end}(${head - size}, ${size})`;
			return block(
				`while (rest.length >= ${head})`,
				`const end = ${head} + ${field}${sum};`,
				'if (rest.length < end) break;',
				`yield { ${withHead ? `head: rest.subarray(0, ${head}), ` : ''}data: rest.subarray(${head}, end) };`,
				'rest = rest.subarray(end);',
			);
		}
	}
}

function literal(character: string): string {
	return /\w/.test(character) ? character : `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

/** The head of the loop over the messages of a connection, and what stands above it. Adds the generator that it needs. */
export function messageLoop(
	framing: CodeFraming,
	wanted: { readonly eol: boolean; readonly head: boolean },
	file: NodeFile,
): { before: string[]; head: string } {
	const withEol = wanted.eol && framing.type === 'delimiter';
	const withHead = wanted.head && framing.type === 'length';
	const before = [
		...(wanted.eol && !withEol ? ['const eol = Buffer.alloc(0);'] : []),
		...(wanted.head && !withHead ? ['const head = Buffer.alloc(0);'] : []),
	];
	if (framing.type === 'none') {
		return {
			before: [...before, ...file.note('chunk'), ...file.note('keepSocket')],
			head: `for await (const data of ${CHUNKS})`,
		};
	}
	const isDelimited = framing.type === 'delimiter';
	file.define('messages', [
		...file.note('messages'),
		...block(
			'async function* messages(socket)',
			'let rest = Buffer.alloc(0);',
			file.note('chunk'),
			file.note('keepSocket'),
			block(
				`for await (const chunk of ${CHUNKS})`,
				'rest = Buffer.concat([rest, chunk]);',
				taking(framing, withEol, withHead, file),
			),
			isDelimited
				? [...file.note('rest'), `if (rest.length > 0) yield { data: rest${withEol ? ', eol: Buffer.alloc(0)' : ''} };`]
				: [],
		),
	]);
	const names = [...(withHead ? ['head'] : []), 'data', ...(withEol ? ['eol'] : [])].join(', ');
	return { before, head: `for await (const { ${names} } of messages(socket))` };
}
