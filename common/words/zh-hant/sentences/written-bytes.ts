import type { writtenFaults as english } from '../../en/sentences/written-bytes.ts';
import type { Texts } from '../../locale/texts.ts';

export const writtenFaults: Texts<typeof english> = {
	endOfText: '文字的結尾',
	halfCharacter: '代理對的一半不是字元，沒有對應的位元組。',
	notInCharset: ({ character, charset }) => `${charset} 中沒有 ${character}。`,

	base64NoPlace: '= 不能寫在這裡。',
	base64Follows: '結尾的 = 之後不能再有內容。',
	base64NoDigit: ({ character }) => `${character} 不是 base64 的字元。`,
	base64Another: '結尾還缺一個 =。',
	base64DigitAlone: '最後只有這一個字元，不足一個位元組。',
	base64Bits: '最後這個字元有多餘的位元，不屬於任何位元組。',

	escapeLargest: '最大的碼位是 \\u{10FFFF}。',
	escapeUnicode: '\\u 之後應為四位十六進位數字，或大括號中的一到六位，例如 \\u{1F600}。',
	escapeByte: '\\x 之後應為兩位十六進位數字，例如 \\x0a。',
	escapeNothing: '這個反斜線之後沒有內容：要表示反斜線本身，請寫兩個。',
	escapeUnknown: ({ character }) => `沒有由 \\ 和 ${character} 組成的跳脫序列：要表示反斜線本身，請寫兩個。`,

	hexListOrBytes: '只能寫位元組，或者只寫一個位元組清單，不能兩者都寫。',
	hexWideArray: ({ type }) => `應為位元組陣列：「${type}」不只一個位元組，位元組的順序無法確定。`,
	hexListOpen: ({ bracket }) => `清單的結尾應有 ${bracket}。`,
	hexSecondList: '這裡開始了第二個清單：請一次貼上一個。',
	hexBehindList: '清單結束之後不應再有其他內容。',
	hexListByte: ({ character }) => `應為 0x41 這樣的位元組，而不是 ${character}：清單中沒有 0x 的數是十進位數。`,
	hexDigitsFollow: ({ prefix }) => `${prefix} 之後應為十六進位數字。`,
	hexWideNumber: '應為兩位數字的位元組：這個數中位元組的順序無法確定。',
	hexComma: ({ character }) => `此處應為逗號，而不是 ${character}。`,
	hexLiteralAscii: ({ character }) => `位元組常值中應為 ASCII 字元，而不是 ${character}。`,
	hexLiteralOpen: '這個位元組常值的結尾沒有引號。',
	hexOctal: '八進位的最大位元組是 \\377。',
	hexLiteralEscape: '應為位元組常值的跳脫序列，例如 \\x0a 或 \\n。',
	hexCommentOpen: '這個註解之後沒有 */。',
	hexQuoteEnd: ({ quote }) => `引用的內容應以 ${quote} 結尾。`,
	hexQuoteOpen: '這個引號沒有結束。',
	hexByte: ({ character }) => `應為兩位十六進位數字的位元組，而不是 ${character}。`,
	hexAfterEscape: ({ written }) => `${written} 之後應為 \\x 或分隔符號：這裡可能是字元，也可能是位元組。`,
	hexDigit: ({ character }) => `此處應為十六進位數字，而不是 ${character}。`,
	hexDigitAlone: ({ digit }) => `只有一位數字「${digit}」：一個位元組是兩位十六進位數字。`,

	dumpCount: ({ count }) => `到下一個位移為止，這一行應有 ${count} 個位元組。`,
	dumpWords: '應為兩位數字的位元組：這些是字組，位元組順序無法確定。請使用 hexdump -C、od -t x1 或 xxd。',
	dumpLastFirst: '這一行的字元與它的位元組不一致：字組的最後一個位元組寫在前面，或者這一行被改過。',
	dumpNotBytes: ({ character }) => `應為位元組，或顯示這一行位元組的字元，而不是 ${character}。`,
	dumpMaybeOffset: ({ digits }) => `應為成對的數字：「${digits}」也可能是位移。請刪除它，或在它的位元組之間加空格。`,
	dumpOffsets: '位移應為十六進位數。',
	dumpLine: '應為傾印的一行，以位移開頭。',
	dumpOffset: ({ length, digits }) =>
		`應為傾印中第 ${length} 個位元組的位移，而不是 ${digits}：缺少一些行，或後面是別的內容。`,
	dumpNoBytes: '這個位移之後應有位元組。',
	dumpSecond: '位移應大於前一個：這裡開始了第二個傾印。',
	dumpPairs: '應為成對的數字：這種長度的字組可能把最後一個位元組寫在前面。請使用 xxd -g 1。',
	dumpSameAlone: '這個 * 之前應有一行，之後應有一個位移。',
	dumpSameLines: '這個 * 與下一個位移之間應是完整的行。',
	dumpTooLarge: '最多 64 MiB：下一個位移已超出。',

	regexCharset: ({ charset }) => `正規表示式依位元組比對：請把 ${charset} 的各個位元組寫成 \\xHH。`,
	regexNoMeaning: ({ character }) => `正規表示式的這個位置不能寫 ${character}。`,
	regexWideInClass: ({ character, charset }) =>
		`「${character}」在 ${charset} 中有多個位元組，而字元類別只比對一個位元組：請用 (?:…|…) 代替 […]。`,
	regexBroken: ({ why }) => `正規表示式無法編譯：${why}。`,

	expectNothing: '請寫出應包含的內容：任何訊息都包含空內容。',
	expectNoDigit: ({ character }) => `${character} 不是十六進位數字，也不是 ? 或 *。`,
	expectTwoDigits: '一個位元組有兩位數字，例如 0a；?? 表示任意位元組。',
	expectBytes: '請寫十六進位的位元組。',
};
