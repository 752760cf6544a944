import type { writtenFaults as english } from '../../en/sentences/written-bytes.ts';
import type { Texts } from '../../locale/texts.ts';

export const writtenFaults: Texts<typeof english> = {
	endOfText: '文本的末尾',
	halfCharacter: '代理对的一半不是字符，没有对应的字节。',
	notInCharset: ({ character, charset }) => `${charset} 中没有 ${character}。`,

	base64NoPlace: '= 不能写在这里。',
	base64Follows: '结尾的 = 之后不能再有内容。',
	base64NoDigit: ({ character }) => `${character} 不是 base64 的字符。`,
	base64Another: '结尾还缺一个 =。',
	base64DigitAlone: '最后只有这一个字符，不足一个字节。',
	base64Bits: '最后这个字符有多余的比特，不属于任何字节。',

	escapeLargest: '最大的码位是 \\u{10FFFF}。',
	escapeUnicode: '\\u 之后应为四位十六进制数字，或花括号中的一到六位，例如 \\u{1F600}。',
	escapeByte: '\\x 之后应为两位十六进制数字，例如 \\x0a。',
	escapeNothing: '这个反斜杠之后没有内容：要表示反斜杠本身，请写两个。',
	escapeUnknown: ({ character }) => `没有由 \\ 和 ${character} 组成的转义：要表示反斜杠本身，请写两个。`,

	hexListOrBytes: '只能写字节，或者只写一个字节列表，不能两者都写。',
	hexWideArray: ({ type }) => `应为字节数组：“${type}”不止一个字节，字节的顺序无法确定。`,
	hexListOpen: ({ bracket }) => `列表的结尾应有 ${bracket}。`,
	hexSecondList: '这里开始了第二个列表：请一次粘贴一个。',
	hexBehindList: '列表结束之后不应再有其他内容。',
	hexListByte: ({ character }) => `应为 0x41 这样的字节，而不是 ${character}：列表中没有 0x 的数是十进制数。`,
	hexDigitsFollow: ({ prefix }) => `${prefix} 之后应为十六进制数字。`,
	hexWideNumber: '应为两位数字的字节：这个数中字节的顺序无法确定。',
	hexComma: ({ character }) => `此处应为逗号，而不是 ${character}。`,
	hexLiteralAscii: ({ character }) => `字节字面量中应为 ASCII 字符，而不是 ${character}。`,
	hexLiteralOpen: '这个字节字面量的结尾没有引号。',
	hexOctal: '八进制的最大字节是 \\377。',
	hexLiteralEscape: '应为字节字面量的转义，例如 \\x0a 或 \\n。',
	hexCommentOpen: '这个注释之后没有 */。',
	hexQuoteEnd: ({ quote }) => `引用的内容应以 ${quote} 结尾。`,
	hexQuoteOpen: '这个引号没有闭合。',
	hexByte: ({ character }) => `应为两位十六进制数字的字节，而不是 ${character}。`,
	hexAfterEscape: ({ written }) => `${written} 之后应为 \\x 或分隔符：这里可能是字符，也可能是字节。`,
	hexDigit: ({ character }) => `此处应为十六进制数字，而不是 ${character}。`,
	hexDigitAlone: ({ digit }) => `只有一位数字“${digit}”：一个字节是两位十六进制数字。`,

	dumpCount: ({ count }) => `到下一个偏移为止，这一行应有 ${count} 字节。`,
	dumpWords: '应为两位数字的字节：这些是字，字节序无法确定。请使用 hexdump -C、od -t x1 或 xxd。',
	dumpLastFirst: '这一行的字符与它的字节不一致：字的最后一个字节写在前面，或者这一行被改动过。',
	dumpNotBytes: ({ character }) => `应为字节，或显示这一行字节的字符，而不是 ${character}。`,
	dumpMaybeOffset: ({ digits }) => `应为成对的数字：“${digits}”也可能是偏移。请删除它，或在它的字节之间加空格。`,
	dumpOffsets: '偏移应为十六进制数。',
	dumpLine: '应为转储的一行，以偏移开头。',
	dumpOffset: ({ length, digits }) =>
		`应为转储中第 ${length} 字节的偏移，而不是 ${digits}：缺少一些行，或后面是别的内容。`,
	dumpNoBytes: '这个偏移之后应有字节。',
	dumpSecond: '偏移应大于前一个：这里开始了第二个转储。',
	dumpPairs: '应为成对的数字：这种长度的字可能把最后一个字节写在前面。请使用 xxd -g 1。',
	dumpSameAlone: '这个 * 之前应有一行，之后应有一个偏移。',
	dumpSameLines: '这个 * 与下一个偏移之间应是完整的行。',
	dumpTooLarge: '最多 64 MiB：下一个偏移已超出。',

	regexCharset: ({ charset }) => `正则表达式按字节匹配：请把 ${charset} 的各个字节写成 \\xHH。`,
	regexNoMeaning: ({ character }) => `正则表达式的这个位置不能写 ${character}。`,
	regexWideInClass: ({ character, charset }) =>
		`“${character}”在 ${charset} 中有多个字节，而字符类只匹配一个字节：请用 (?:…|…) 代替 […]。`,
	regexBroken: ({ why }) => `正则表达式无法编译：${why}。`,

	expectNothing: '请写出应包含的内容：任何消息都包含空内容。',
	expectNoDigit: ({ character }) => `${character} 不是十六进制数字，也不是 ? 或 *。`,
	expectTwoDigits: '一个字节有两位数字，例如 0a；?? 表示任意字节。',
	expectBytes: '请写十六进制的字节。',
};
