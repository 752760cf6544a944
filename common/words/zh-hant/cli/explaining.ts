import type { explaining as english } from '../../en/cli/explaining.ts';
import type { Texts } from '../../locale/texts.ts';

export const explaining: Texts<typeof english> = {
	summary: '說明呼叫、狀態、錯誤、選項、位址、分框、事件或預設組態',
	description:
		'用兩句話說明它是什麼，以及接下來做什麼。名稱依程式裡的寫法："recv"、"TIME_WAIT"、"EADDRINUSE" 或它在本系統的編號、' +
		'"SO_REUSEADDR"、"0.0.0.0"、"line-server"。不寫名稱時列出全部。',
	name: '要說明的名稱',
	someAddress: '該位址',
	unknown: (name) => `沒有可以說明的名稱 "${name}"。`,
	near: (name) => `是不是 ${name}？"wirebench explain" 列出全部。`,
	all: '"wirebench explain" 列出全部。',
	lessons: {
		summary: '列出課程，或印出一課及其程式',
		description:
			'課程在視窗中的流量旁邊學習（"wirebench serve"）：擷取到的事件顯示一步已做到，這一步才算完成。' +
			'不寫名稱時印出各課的名稱和標題；寫名稱時印出那一課的步驟。',
		id: '課程的名稱',
		unknown: (id) => `沒有名為 "${id}" 的課程。`,
		near: (id) => `是不是 ${id}？"wirebench lessons" 列出全部。`,
		all: '"wirebench lessons" 列出全部。',
	},
};
