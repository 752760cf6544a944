import { toLatin1 } from '../../payload/codec/ascii.ts';
import type { CodeAnswers, CodeFraming } from '../description/program.ts';
import { uses } from '../description/uses.ts';
import { usesName } from './answers.ts';
import { block, type GoFile } from './file.ts';
import { bytesOf } from './literals.ts';

type Split = Exclude<CodeFraming, { type: 'none' }>;

/** The bytes of a length field as an expression of an int. */
function fieldOf(size: number, order: 'big' | 'little', at: number, file: GoFile): string {
	if (size === 1) return `int(rest[${at}])`;
	if (size === 3) {
		const shifts = order === 'big' ? [16, 8, 0] : [0, 8, 16];
		return shifts.map((shift, n) => `int(rest[${at + n}])${shift === 0 ? '' : `<<${shift}`}`).join(' | ');
	}
	file.import('encoding/binary');
	return `int(binary.${order === 'big' ? 'Big' : 'Little'}Endian.Uint${size * 8}(rest[${at}:]))`;
}

/** The pattern of a delimiter in which each LF may be CR LF. */
function linesPattern(delimiter: Uint8Array): string {
	const literal = (one: string): string =>
		/\w/.test(one) ? one : `\\x${one.charCodeAt(0).toString(16).padStart(2, '0')}`;
	return [...toLatin1(delimiter)].map((one) => (one === '\n' ? '\\r?\\n' : literal(one))).join('');
}

/** The body of the function that finds the first message; with its end or its head where the answers use them. */
function splitting(framing: Split, whole: boolean, file: GoFile): string[] {
	switch (framing.type) {
		case 'delimiter': {
			const { delimiter, lines } = framing;
			const last = block('if atEnd && len(rest) > 0', file.note('rest'), 'return len(rest), rest, nil');
			if (lines && delimiter.every((byte) => byte < 0x80)) {
				file.import('regexp');
				const end = file.constant('delimiter', [`regexp.MustCompile(\`${linesPattern(delimiter)}\`)`]);
				return [
					...block(
						`if found := ${end}.FindIndex(rest); found != nil`,
						`return found[1], rest[:found[${whole ? 1 : 0}]], nil`,
					),
					...last,
					'return 0, nil, nil',
				];
			}
			if (lines) file.omissions.add('option', 'eitherLineEnd');
			file.import('bytes');
			const end = file.constant('delimiter', [bytesOf(delimiter, file)]);
			return [
				...block(
					`if at := bytes.Index(rest, []byte(${end})); at >= 0`,
					`return at + len(${end}), rest[:at${whole ? `+len(${end})` : ''}], nil`,
				),
				...last,
				'return 0, nil, nil',
			];
		}
		case 'fixed':
			return [
				...block(`if len(rest) < ${framing.length}`, 'return 0, nil, nil'),
				`return ${framing.length}, rest[:${framing.length}], nil`,
			];
		case 'length': {
			const { head, size, order, add } = framing;
			file.import('errors');
			const sum = head + add;
			const field = fieldOf(size, order, head - size, file);
			const more = sum === 0 ? '' : ` ${sum < 0 ? '-' : '+'} ${Math.abs(sum)}`;
			return [
				...block(`if len(rest) < ${head}`, 'return 0, nil, nil'),
				`end := ${size === 3 && more !== '' ? `(${field})` : field}${more}`,
				...block(`if end < ${head}`, 'return 0, nil, errors.New("the length is too small")'),
				...block('if len(rest) < end', 'return 0, nil, nil'),
				`return end, rest[${whole ? '' : head}:end], nil`,
			];
		}
	}
}

/** Takes the end of a message off. */
function defineCut(framing: Extract<Split, { type: 'delimiter' }>, file: GoFile): void {
	const isPattern = framing.lines && framing.delimiter.every((byte) => byte < 0x80);
	file.define(
		'cut',
		block(
			'func cut(message []byte) (data, eol []byte)',
			isPattern
				? block(
						'if found := delimiter.FindIndex(message); found != nil',
						'return message[:found[0]], message[found[0]:]',
					)
				: block('if at := bytes.Index(message, []byte(delimiter)); at >= 0', 'return message[:at], message[at:]'),
			'return message, nil',
		),
	);
}

/** The names of a message's parts on the left of an assignment: `_` for those that the body does not use. */
function names(body: readonly string[], ...wanted: readonly string[]): string {
	return wanted.map((name) => (usesName(body, name) ? name : '_')).join(', ');
}

/** The loop over the messages of a connection, after which the function returns. */
export function messageLoop(answers: CodeAnswers, body: readonly string[], file: GoFile): string[] {
	const { framing } = answers;
	const absent = (['eol', 'head'] as const).filter(
		(name) => uses(answers, name) && framing.type !== (name === 'eol' ? 'delimiter' : 'length'),
	);
	// One message and its answer are no loop.
	const isOnce = body.at(-1)?.startsWith('return') === true;
	const before = absent.length === 0 ? [] : [`var ${absent.join(', ')} []byte`];
	if (framing.type === 'none') {
		const each = [
			...file.note('readPart'),
			'length, err := connection.Read(buffer)',
			...block('if length == 0', 'return err'),
			...(usesName(body, 'data') ? ['data := buffer[:length]'] : []),
			...body,
		];
		return [...before, 'buffer := make([]byte, 65536)', ...(isOnce ? each : block('for', each))];
	}
	const withEol = usesName(body, 'eol') && framing.type === 'delimiter';
	const withHead = usesName(body, 'head') && framing.type === 'length';
	file.import('bufio');
	const isLast = framing.type === 'delimiter';
	file.define('split', [
		...file.note('nextMessage'),
		...block(
			`func split(rest []byte, ${isLast ? 'atEnd' : '_'} bool) (int, []byte, error)`,
			splitting(framing, withEol || withHead, file),
		),
	]);
	if (withEol && framing.type === 'delimiter') defineCut(framing, file);
	const data = usesName(body, 'data') ? ['data := messages.Bytes()'] : [];
	const parts = withEol
		? [`${names(body, 'data', 'eol')} := cut(messages.Bytes())`]
		: withHead && framing.type === 'length'
			? [
					'message := messages.Bytes()',
					...(usesName(body, 'data') ? [`data := message[${framing.head}:]`] : []),
					`head := message[:${framing.head}]`,
				]
			: data;
	return [
		...before,
		'messages := bufio.NewScanner(connection)',
		...file.note('scannerRoom'),
		'messages.Buffer(nil, 1<<30)',
		'messages.Split(split)',
		...block(`${isOnce ? 'if' : 'for'} messages.Scan()`, parts, body),
		'return messages.Err()',
	];
}
