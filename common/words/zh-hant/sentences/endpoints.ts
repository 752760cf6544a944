import type { endpointErrors as english } from '../../en/sentences/endpoints.ts';
import type { Texts } from '../../locale/texts.ts';

const STATUS: Readonly<Record<string, string>> = {
	stopped: '已停止',
	starting: '正在啟動',
	open: '執行中',
	stopping: '正在停止',
	failed: '已失敗',
};

export const endpointErrors: Texts<typeof english> = {
	endpointTaken: ({ id }) => `端點 ${id} 已經存在。`,
	endpointMissing: '沒有這個端點：它可能已被移除。',
	connectionMissing: ({ id }) => `沒有連線 ${id}：它可能已關閉。`,
	noPathOfItsOwn: ({ name }) => `${name} 沒有自己的路徑。`,
	stopBeforeStart: ({ name, status }) => `${name} ${STATUS[status] ?? status}：請先停止，再啟動。`,
	stopBeforeChange: ({ name, status }) => `${name} ${STATUS[status] ?? status}：請先停止，再變更。`,
	ownDatagrams: ({ name }) => `${name} 使用資料報：每個資料報本身就是一則訊息。`,
	noConnectionOf: ({ name, id }) => `${name} 沒有連線 ${id}：它可能已關閉。`,
	noConnectionsOf: ({ name, count }) => `${name} 沒有這 ${count} 個連線：它們可能已關閉。`,
	startToSend: ({ name, status }) => `${name} ${STATUS[status] ?? status}：啟動後才能從它傳送。`,
	nothingToSendOn: ({ name }) => `${name} 沒有可用來傳送的開啟連線。`,
	severalConnections: ({ name, count }) => `${name} 有 ${count} 個連線：請指定其中一個。`,
	answersNothing: ({ name }) => `${name} 自己不作任何回應。`,
	busyForAnswers: ({ name, status }) => `${name} ${STATUS[status] ?? status}：完成後才能變更它的回應。`,
	noProxy: ({ name }) => `${name} 不是代理。`,
	notItsConnection: ({ name, id }) => `${name} 沒有連線 ${id}。`,
	faultForStreams: ({ fault }) => `故障 ${fault} 只適用於位元組流。`,
	faultForDatagrams: ({ fault }) => `故障 ${fault} 只適用於資料報。`,
	stillSending: '仍在傳送：請先停止。',
	nothingSending: '沒有這個編號的傳送工作。',
	targetClosed: ({ target }) => `到 ${target} 的連線已關閉。`,
	noMoreAfterEnd: ({ peer }) => `本端已結束到 ${peer} 的連線的傳送：不能再傳送。`,
	sendInterrupted: ({ peer, how, taken, total }) =>
		`到 ${peer} 的連線${how === 'reset' ? '已被重設' : '已關閉'}，此前已傳送 ${total} 位元組中的 ${taken} 位元組。`,
	sideEnded: ({ peer }) => `本端已經結束到 ${peer} 的連線的傳送。`,
	udpHasNoEnd: 'UDP 不能結束傳送：請關閉對端，或停止通訊端。',
	udpHasNoReset: 'UDP 不能重設：請關閉對端，或停止通訊端。',
	replyTooLarge: ({ size, most }) => `應答連同檔案有 ${size} 位元組：一個資料報最多 ${most} 位元組。`,
	peerClosed: ({ peer }) => `對端 ${peer} 已關閉。`,
	whereToSend: '請指定傳送到哪裡：這個通訊端沒有自己的遠端位址。',
	whereToSendPath: '請指定傳送到哪裡：這個通訊端沒有自己的遠端路徑。',
	socketClosed: '通訊端已關閉。',
	connectedAlone: {
		message: ({ target }) => `通訊端只連線到 ${target}。`,
		hint: '要也能傳送到別處，請在其選項中關閉「已連線」。',
	},
	senderUnnamed: { message: '傳送方沒有位址：無處傳送回應。', hint: '它必須先把通訊端繫結（bind）到一個路徑。' },
	closedWhileFull: '通訊端在接收方有空間之前已關閉。',
	datagramTooLarge: {
		message: ({ length, room }) => `${length} 位元組的資料報放不進傳送緩衝區（${room} 位元組）。`,
		hint: '請在選項中設定更大的傳送緩衝區，或一次少傳一些。',
	},
};
