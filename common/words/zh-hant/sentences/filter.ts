import type { filterErrors as english } from '../../en/sentences/filter.ts';
import type { Texts } from '../../locale/texts.ts';

const quoteList = ({ isList }: { readonly isList: number }) =>
	isList === 1 ? '有空格的多個位元組請放在 "引號" 中。' : '';

export const filterErrors: Texts<typeof english> = {
	filterTooLong: ({ most }) => `篩選器最多有 ${most} 個字元。`,
	filterClosesNothing: '這個 ) 沒有對應的 (。',
	filterNotClosed: '此處應為 )。',
	filterNoCondition: {
		message: ({ found }) =>
			`此處應為單字、dir:in 這樣的欄位、「not」或「(」${found === '' ? '' : `，而不是「${found}」`}。`,
		hint: ({ found }) => (found === 'and' || found === 'or' ? `要尋找這個單字本身，請寫 "${found}"。` : ''),
	},
	filterNoText: '此處應為要尋找的文字。',
	filterHalfCharacter: '此處應為完整的字元。',
	filterNoValue: {
		message: '此處應為要比較的值。',
		hint: '要符合任意值，請在冒號後寫 *，例如 modbus.function:*。',
	},
	filterNoEndpoint: '此處應為端點的名稱。',
	filterOnlyContains: ({ field }) => `「${field}」不能這樣比較；應為 ${field}:。`,
	filterOnlyEqual: ({ field }) => `「${field}」不能這樣比較；應為 ${field}: 或 ${field}!=。`,
	filterUnknownValue: {
		message: ({ known, last }) => `此處應為 ${known} 或 ${last}。`,
		hint: ({ near }) => (near === '' ? '' : `您是否想寫 ${near}？`),
	},
	filterUnknownField: {
		message: ({ field }) => `沒有解碼欄位 ${field}。`,
		hint: ({ near }) => (near === '' ? '「解碼」分頁顯示欄位的名稱。' : `您是否想寫 ${near}？`),
	},
	filterBadHex: { message: ({ why }) => `不是十六進位的位元組：${why}`, hint: quoteList },
	filterNoBytes: {
		message: '此處應為十六進位的位元組，例如 hex:0d0a 或 hex:"0d 0a"。',
		hint: quoteList,
	},
	filterNoQuote: '缺少結尾的 "。',
	filterBadEscape: {
		message: '此處應為 \\"、\\\\、\\n、\\r、\\t 之一。',
		hint: '反斜線請寫 \\\\，其他位元組請寫 hex:00ff。',
	},
	filterBadConnection: '此處應為連線的編號，例如 conn:3。',
	filterBadPort: '此處應為 0 到 65535 的連接埠，例如 port:9000。',
	filterBadLength: '此處應為位元組數，例如 100、1.5k 或 2M。',
	filterBadTime: '此處應為時間，例如 5s、250ms、2m 或 1h。',
	filterBadRegex: ({ why }) => `正規表示式無法編譯：${why}。`,
	filterLargeRegex: { message: '正規表示式太大。', hint: '請減少重複次數，例如 {1,50}。' },
	filterWideCharacter: {
		message: ({ character }) => `「${character}」超過一個位元組，而 [ ] 只代表一個位元組。`,
		hint: '請用 (a|b) 代替 [ab]。',
	},
	filterMistyped: {
		message: ({ written }) => `「${written}」像是條件，但不是。`,
		hint: ({ meant }) => `您是否想寫 ${meant}？要作為文字尋找，請放在 "引號" 中。`,
	},
};
