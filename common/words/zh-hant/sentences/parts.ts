import type { partErrors as english } from '../../en/sentences/parts.ts';
import type { Texts } from '../../locale/texts.ts';

export const partErrors: Texts<typeof english> = {
	namedPayloadThere: { message: ({ name }) => `承載資料 ${name} 已經存在。`, hint: '請選擇其他名稱，或取代它。' },
	tooManyPayloads: ({ most }) => `一個工作區最多有 ${most} 筆承載資料。`,
	namedPayloadGone: ({ name }) => `已沒有承載資料 ${name}。`,
	namedTestThere: { message: ({ name }) => `測試 ${name} 已經存在。`, hint: '請選擇其他名稱，或取代它。' },
	tooManyTests: ({ most }) => `一個工作區最多有 ${most} 個測試。`,
	namedTestGone: ({ name }) => `已沒有測試 ${name}。`,
	takeFewerPayloads: ({ most }) => `一個工作區最多有 ${most} 筆承載資料：請少取一些。`,
	takeFewerVariables: ({ most }) => `一個工作區最多有 ${most} 個變數：請少取一些。`,
	takeFewerTests: ({ most }) => `一個工作區最多有 ${most} 個測試：請少取一些。`,
	takeFewerFilters: ({ most }) => `一個工作區最多有 ${most} 個篩選器：請少取一些。`,
	takeFewerColours: ({ most }) => `一個工作區最多有 ${most} 條顏色規則：請少取一些。`,
	structureThere: {
		message: ({ id }) => `已有結構 ${id}。`,
		hint: '請換一個 id，或取代它。',
	},
	structureIsProtocol: {
		message: ({ id }) => `Wirebench 已有 ID 為 ${id} 的通訊協定。`,
		hint: '請給結構換一個 ID：篩選器用它來指稱欄位。',
	},
	tooManyStructures: ({ most }) => `一個工作區最多有 ${most} 個結構。`,
	structureGone: ({ id }) => `結構 ${id} 已不存在。`,
	takeFewerStructures: ({ most }) => `一個工作區最多有 ${most} 個結構：請少取一些。`,
	testWithoutConnection: ({ name, connection }) => `測試 ${name} 已沒有連線 ${connection}。`,
};
