import type { runErrors as english, stepFailures as failuresEnglish } from '../../en/sentences/runs.ts';
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

export const stepFailures: Texts<typeof failuresEnglish> = {
	unexpectedBytes: '收到了沒有步驟預期的位元組。',
	noEndWithin: ({ within }) => `對端沒有在 ${within} 內結束。`,
	neededRemoved: '測試需要的一個工作區端點已被移除。',
	notStarted: ({ name, errno, reason }) => `${name} 未能啟動：${errno}${reason}`,
	listensNoMore: ({ server }) => `${server} 已不再監聽。`,
	connectedAlready: '已經連線：請先關閉。',
	notConnected: '尚未連線：在此步驟之前需要一個 open 步驟。',
	connectionGone: '連線已不存在。',
	clientCannotAccept: '用戶端不接受連線：請使用 open。',
	noConnectionYet: '還沒有連線。',
	serverCannotOpen: '伺服器不主動連線：請使用 accept。',
	nobodyConnected: ({ within }) => `在 ${within} 內沒有用戶端連線。`,
	moreThanKept: '收到的內容超過了一個步驟保留的上限，其中沒有預期的內容。',
	endedBefore: '連線在此之前已結束。',
	nothingWithin: ({ within }) => `在 ${within} 內沒有收到任何內容。`,
	noDatagramWithin: ({ within }) => `在 ${within} 內沒有收到符合的資料報。`,
	noCaseWithin: ({ bytes, within }) => `在 ${within} 內收到 ${bytes} 位元組，但不符合任何情況。`,
	onlyWithin: ({ bytes, within }) => `在 ${within} 內只收到 ${bytes} 位元組。`,
	somethingElse: '收到了其他內容。',
	innerStepFailed: '其中一個步驟失敗。',
	roundFailed: ({ round }) => `在第 ${round} 輪，其中一個步驟失敗。`,
	runTakesSteps: ({ most }) => `一次執行最多執行 ${most} 個步驟。`,
	metInEachRound: ({ rounds }) => `在 ${rounds} 輪中，每一輪都收到了使其繼續的內容。`,
	metInNoRound: ({ rounds }) => `在 ${rounds} 輪中，沒有一輪收到它等待的內容。`,
	testTookLonger: ({ within }) => `測試耗時超過 ${within}。`,
};
