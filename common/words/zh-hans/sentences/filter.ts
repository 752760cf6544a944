import type { filterErrors as english } from '../../en/sentences/filter.ts';
import type { Texts } from '../../locale/texts.ts';

const quoteList = ({ isList }: { readonly isList: number }) =>
	isList === 1 ? '带空格的多个字节请放在 "引号" 中。' : '';

export const filterErrors: Texts<typeof english> = {
	filterTooLong: ({ most }) => `过滤器最多有 ${most} 个字符。`,
	filterClosesNothing: '这个 ) 没有对应的 (。',
	filterNotClosed: '此处应为 )。',
	filterNoCondition: {
		message: ({ found }) => `此处应为单词、dir:in 这样的字段、“not”或“(”${found === '' ? '' : `，而不是“${found}”`}。`,
		hint: ({ found }) => (found === 'and' || found === 'or' ? `要查找这个单词本身，请写 "${found}"。` : ''),
	},
	filterNoText: '此处应为要查找的文本。',
	filterHalfCharacter: '此处应为完整的字符。',
	filterNoValue: {
		message: '此处应为要比较的值。',
		hint: '要匹配任意值，请在冒号后写 *，例如 modbus.function:*。',
	},
	filterNoEndpoint: '此处应为端点的名称。',
	filterOnlyContains: ({ field }) => `“${field}”不能这样比较；应为 ${field}:。`,
	filterOnlyEqual: ({ field }) => `“${field}”不能这样比较；应为 ${field}: 或 ${field}!=。`,
	filterUnknownValue: {
		message: ({ known, last }) => `此处应为 ${known} 或 ${last}。`,
		hint: ({ near }) => (near === '' ? '' : `您是否想写 ${near}？`),
	},
	filterUnknownField: {
		message: ({ field }) => `没有解码字段 ${field}。`,
		hint: ({ near }) => (near === '' ? '“解码”标签页显示字段的名称。' : `您是否想写 ${near}？`),
	},
	filterBadHex: { message: ({ why }) => `不是十六进制的字节：${why}`, hint: quoteList },
	filterNoBytes: {
		message: '此处应为十六进制的字节，例如 hex:0d0a 或 hex:"0d 0a"。',
		hint: quoteList,
	},
	filterNoQuote: '缺少结尾的 "。',
	filterBadEscape: {
		message: '此处应为 \\"、\\\\、\\n、\\r、\\t 之一。',
		hint: '反斜杠请写 \\\\，其他字节请写 hex:00ff。',
	},
	filterBadConnection: '此处应为连接的编号，例如 conn:3。',
	filterBadPort: '此处应为 0 到 65535 的端口，例如 port:9000。',
	filterBadLength: '此处应为字节数，例如 100、1.5k 或 2M。',
	filterBadTime: '此处应为时间，例如 5s、250ms、2m 或 1h。',
	filterBadRegex: ({ why }) => `正则表达式无法编译：${why}。`,
	filterLargeRegex: { message: '正则表达式太大。', hint: '请减少重复次数，例如 {1,50}。' },
	filterWideCharacter: {
		message: ({ character }) => `“${character}”超过一个字节，而 [ ] 只代表一个字节。`,
		hint: '请用 (a|b) 代替 [ab]。',
	},
	filterMistyped: {
		message: ({ written }) => `“${written}”像是条件，但不是。`,
		hint: ({ meant }) => `您是否想写 ${meant}？要作为文本查找，请放在 "引号" 中。`,
	},
};
