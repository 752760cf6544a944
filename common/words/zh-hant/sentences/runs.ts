import type { runErrors as english } from '../../en/sentences/runs.ts';
import type { Texts } from '../../locale/texts.ts';

export const runErrors: Texts<typeof english> = {
	generatorClosed: ({ target }) => `到 ${target} 的連線在產生器傳送時被關閉。`,
	generatorBusy: '已有產生器在這個連線上傳送：請先停止它。',
	generatorMissing: '沒有這次產生器執行：它可能已被捨棄。',
	ledgerOfProxy: ({ name }) => `${name} 是代理：請在它後面的程式上做遺失報告。`,
	fewerRandomBytes: '上一則傳送的訊息中的隨機位元組少於預期。',
	testNeedsNoProxy: ({ name }) => `${name} 是代理：測試在 setup 中使用它，並用用戶端連線到它。`,
	noEndpointNamed: ({ name }) => `工作區中沒有端點 ${name}。`,
	severalEndpointsNamed: ({ name }) => `有多個端點名為 ${name}：請寫其中一個的 ID。`,
	inStep: ({ number, reason }) => `步驟 ${number}：${reason}`,
	rulesStopped: '端點已停止。',
	patternGivenUp: ({ bytes, time }) =>
		`模式在 ${time} 後仍未處理完一則 ${bytes} 位元組的訊息，已放棄。請簡化其正規表示式，或切分出更短的訊息。`,
	ruleGivenUp: ({ rule, bytes, time }) =>
		`規則 ${rule} 在 ${time} 後仍未處理完一則 ${bytes} 位元組的訊息，已放棄。請簡化其正規表示式，或切分出更短的訊息。`,
	interpreterMissing: ({ reason }) => `無法載入指令碼直譯器：${reason}`,
};
