import type { structureFaults as english } from '../../en/sentences/structures.ts';
import type { Texts } from '../../locale/texts.ts';

export const structureFaults: Texts<typeof english> = {
	expressionNumber: '這個數字的位數太多。',
	expressionQuote: '這個引號沒有結尾。',
	expressionEquals: '比較請寫 ==。',
	expressionCharacter: ({ character }) => `「${character}」在這裡沒有意義。`,
	expressionLong: ({ most }) => `運算式最多 ${most} 個字元。`,
	expressionDeep: ({ most }) => `運算式最多巢狀 ${most} 層。`,
	expressionRest: '此處應為運算子，或運算式的結尾。',
	expressionOperand: '此處應為數字、加引號的文字或欄位名稱。',
	expressionExpected: ({ expected }) => `此處應為 ${expected}。`,
	expressionFunction: ({ name, names }) => `沒有函式 ${name}()，可以寫：${names}。`,
	expressionArguments: ({ name, most }) => `${name}() 的引數個數不對：最多 ${most} 個。`,
	expressionNotNumber: '此處應為數字。',
	expressionNeverEqual: '兩邊永遠不會相等：一邊是數字、文字或位元組，另一邊不是。',
	expressionWantsField: ({ name }) => `${name}() 需要一個欄位名稱。`,
	expressionNoMember: ({ name, names }) => `沒有「${name}」，可以寫：${names}。`,
	expressionNoField: ({ name }) => `結構中沒有欄位「${name}」。`,
	expressionNearField: ({ name, near }) => `結構中沒有欄位「${name}」。是否指 ${near}？`,
	expressionNoVariable: ({ name, names }) => `沒有變數「${name}」${names === '' ? '' : `，可以寫：${names}`}。`,

	messageCut: ({ structure, field, offset }) =>
		`不是完整的 ${structure} 訊息：到位移 ${offset} 就結束了，還在 ${field} 之內。`,
	messageRest: ({ structure, bytes, offset }) =>
		`不是 ${structure} 訊息：它在位移 ${offset} 結束，之後還有 ${bytes} 個位元組。`,
	messageUnexpected: ({ structure, field, offset, expected }) =>
		`不是 ${structure} 訊息：位移 ${offset} 處的 ${field} 應為 ${expected}。`,
	messageChecksum: ({ structure, field, offset, expected }) =>
		`不是 ${structure} 訊息：位移 ${offset} 處的總和檢查碼 ${field} 應為 ${expected}。`,
	messageLimit: ({ structure, field, offset }) =>
		`不是 ${structure} 訊息：從位移 ${offset} 處的 ${field} 起，欄位數或開銷超出讀取上限。`,
	messageUnreadable: ({ structure, field, offset }) =>
		`不是 ${structure} 訊息：位移 ${offset} 處的 ${field} 無法讀取。`,

	conditionUnmet: ({ condition }) => `${condition} 不成立。`,
	conditionMissing: ({ condition, field }) => `${condition} 不成立：訊息中沒有 ${field}。`,
	conditionValues: ({ condition, values, offset, bytes }) =>
		`${condition} 不成立：${values}（位移 ${offset} 處的 ${bytes} 個位元組）。`,
	noStructure: ({ name, names }) =>
		names === '' ? `沒有可用的結構「${name}」。` : `沒有可用的結構「${name}」，可以寫：${names}。`,
	composeTwice: '一個回應只能有 reply 或 compose 其中之一。',
	captureMissing: ({ name, expression }) => `變數 ${name} 沒有得到值：${expression} 在這則訊息中沒有值。`,

	structureUnreadable: ({ why }) => `結構無法讀取：${why}`,
	structureUnknownKey: 'Wirebench 不認識這個鍵。',
	structureOwnId: ({ id }) => `Wirebench 已有 ID 為「${id}」的通訊協定，篩選器用它來指稱欄位。請給結構換一個 ID。`,
	structureNoFields: '請給結構 fields，或一個 .proto 文字，兩者之一。',
	structureNoName: '請為欄位命名。',
	structureTwice: ({ name }) => `這裡有兩個欄位「${name}」：只有帶條件的欄位可以同名。`,
	structureReserved: ({ name }) => `「${name}」是運算式的保留字：請為欄位換一個名稱。`,
	structureNoType: ({ name, names }) => `沒有型別「${name}」${names === '' ? '' : `，可以寫：${names}`}。`,
	structureNoEnum: ({ name, names }) => `沒有列舉「${name}」${names === '' ? '' : `，可以寫：${names}`}。`,
	structureNoField: ({ name, names }) => `沒有欄位「${name}」${names === '' ? '' : `，可以寫：${names}`}。`,
	structureOneOf: ({ keys }) => `請從 ${keys} 中給出一個。`,
	structureEmptyBytes: '請至少給出一個位元組。',
	structureScale: '只有不超過 53 位元的整數和不超過 32 位元的浮點數可以有比例，且比例不為 0；旗標和列舉沒有比例。',
	structureBeyond: ({ least, most }) => `放不下：此欄位的值為 ${least} 到 ${most}。`,
	structureBit: ({ bits }) => `此欄位有 ${bits} 個位元，第 0 位元是最低位元。`,
	structureManyMembers: ({ most }) => `一個列舉最多 ${most} 個成員。`,
	structureDeep: ({ most }) => `欄位最多巢狀 ${most} 層。`,

	ksyNotYaml: ({ line, column }) => `這不是 YAML：請看第 ${line} 列第 ${column} 欄。`,
	ksyNoSeq: '這不是帶有 seq 清單的 .ksy 檔案。',
	ksyOutside: ({ what }) => `未匯入：結構沒有 ${what}。`,
	ksyExpression: ({ expression, reason }) => `未匯入運算式 ${expression}。${reason}`,

	valueMissing: ({ field }) => `請給出 ${field} 的值。`,
	valueNoField: ({ field }) => `結構在此處沒有欄位 ${field}。`,
	valueNotNumber: ({ field }) => `${field} 應為數字。`,
	valueNotWhole: ({ field }) => `${field} 應為整數。`,
	valueNotText: ({ field }) => `${field} 應為文字。`,
	valueNotBytes: ({ field }) => `${field} 應為十六進位的位元組。`,
	valueNotGroup: ({ field }) => `${field} 應為物件，其中是各欄位的值。`,
	valueNotList: ({ field }) => `${field} 應為清單。`,
	valueBeyond: ({ field, least, most }) => `${field} 應為 ${least} 到 ${most}。`,
	valueNoMember: ({ field, name, names }) => `${field} 不能是「${name}」，可以寫：${names}。`,
	valueWritten: ({ field, reason }) => `${field}：${reason}`,
	valueOnly: ({ field, expected }) => `${field} 只能是 ${expected}。`,
	valueSize: ({ field, bytes, expected }) => `${field} 有 ${bytes} 個位元組，而結構要求 ${expected} 個。`,
	valueCount: ({ field, count, expected }) => `${field} 有 ${count} 個元素，而結構要求 ${expected} 個。`,
	valueNotComputed: ({ field, expression }) => `無法計算 ${field}：${expression} 在這裡沒有值。`,
	valueReadBack: ({ field }) => `這則訊息再解碼時會不同：${field} 會變成別的值。某個長度、終止符或條件與這些值矛盾。`,
	valueLarge: ({ most }) => `一則訊息最多 ${most} 個位元組。`,
};
