import type { noteTexts as english } from '../../en/sentences/notes.ts';
import type { Texts } from '../../locale/texts.ts';

export const noteTexts: Texts<typeof english> = {
	faultsChanged: ({ faults }) => `故障已變更：${faults}。`,
	clientFaultsChanged: ({ faults }) => `此用戶端的故障已變更：${faults}。`,
	connectionFaultsChanged: ({ faults }) => `此連線的故障已變更：${faults}。`,
	faultFirstToTarget: ({ fault }) => `通往目標的方向首次出現故障 ${fault}。`,
	faultFirstToClient: ({ fault }) => `通往用戶端的方向首次出現故障 ${fault}。`,
	faultTotalsToTarget: ({ counts }) => `通往目標方向的故障次數：${counts}。`,
	faultTotalsToClient: ({ counts }) => `通往用戶端方向的故障次數：${counts}。`,
	tornByOne: '因已關閉的故障遺失了 1 個位元組。缺少它，位元組流無法繼續：關閉兩側。',
	tornByMany: ({ lost }) => `因已關閉的故障遺失了 ${lost} 個位元組。缺少這些位元組，位元組流無法繼續：關閉兩側。`,
	framingChanged: ({ framing }) => `分框已變更：${framing}。`,
	scriptAnswers: '從現在起由另一個指令碼回應。',
	oneRuleAnswers: '從現在起由一條規則回應。',
	rulesAnswer: ({ rules }) => `從現在起由 ${rules} 條規則回應。`,
	nothingAnswered: '從現在起不再回應。',
	noMessageAnswered: '從現在起不再回應訊息。',
	unreadByRule: ({ rule, why }) => `規則 ${rule} 不符合：${why}`,
	askedUnfilled: ({ message, all }) => `第 ${message} 則訊息（共 ${all} 則）無法填入。`,
	askedRefused: ({ message, all }) => `第 ${message} 則訊息（共 ${all} 則）遭拒。`,
	askedMissed: ({ message, all, ms }) => `第 ${message} 則訊息（共 ${all} 則）在 ${ms} ms 內沒有得到回應。`,
	askedOneLate: ({ answered, total }) => `${total} 則訊息中有 ${answered} 則得到回應，1 個回應來得太遲。`,
	askedManyLate: ({ answered, total, late }) => `${total} 則訊息中有 ${answered} 則得到回應，${late} 個回應來得太遲。`,
	asked: ({ answered, total }) => `${total} 則訊息中有 ${answered} 則得到回應。`,
	lateAnswer: ({ message, ms }) => `第 ${message} 則訊息的回應在 ${ms} ms 後到達：太遲，也不算作其他訊息的回應。`,
	kernelDroppedOne: ({ room }) => `此處之前遺失：1 個資料報，到達比讀取快。系統的接收緩衝區（${room} 個位元組）已滿。`,
	kernelDropped: ({ datagrams, room }) =>
		`此處之前遺失：${datagrams} 個資料報，到達比讀取快。系統的接收緩衝區（${room} 個位元組）已滿。`,
	moreRoom: ({ lost, limit }) => `更大的空間：先執行 sudo sysctl net.core.rmem_max=${limit}，然後重新啟動。${lost}`,
	moreRoomByOption: ({ lost }) => `更大的空間：在其選項中增大接收緩衝區。${lost}`,
	captureTooSlow: ({ events, bytes, parts }) => `擷取記錄寫入得不夠快，此處之前遺失：${events}，${bytes}。${parts}`,
	filesDeleted: ({ next }) =>
		`寫入期間，擷取記錄的檔案遭刪除或取代。其中的事件已遺失；從事件 ${next} 起，全部在新的分段中。`,
	filesOverwritten: ({ events, next }) =>
		`寫入期間，擷取記錄的檔案遭其他程式截斷、刪除或覆寫。從事件 ${next} 起，全部在新的分段中。${events}`,
	filesOverwrittenLast: ({ events }) => `寫入期間，擷取記錄的檔案遭其他程式截斷、刪除或覆寫。${events}`,
	noEventGone: '沒有發現已儲存的事件遺失。',
	eventsGone: ({ gone }) => `已儲存的事件遺失了 ${gone} 個。`,
	groupsUnheard: ({ host }) =>
		`通訊端繫結到 ${host}，可能收不到其多播群組的任何資料：請繫結到 0.0.0.0（或 ::），或直接繫結到該群組。`,
	sourceDiffersHere: ({ peer, asked, from }) =>
		`${peer} 請求的是 ${asked}，回應卻從 ${from} 傳出：它已連線，因此收不到回應。`,
	sourceMayDiffer: ({ own, peer, from }) =>
		`本機有多個位址（${own}），無論請求的是哪個，給 ${peer} 的回應都從 ${from} 傳出：已連線的用戶端收不到來自其他位址的回應。`,
	bindAsked: ({ bound }) => `請把通訊端繫結到用戶端所請求的位址，以代替 ${bound}。`,
	sourceWarned: ({ what, bound }) => `請把通訊端繫結到用戶端所請求的位址，以代替 ${bound}。${what}`,
	proxyAnswered: ({ answer }) => `代理回應了 "${answer}"。`,
	proxyAsked: ({ proxy, target }) => `向 ${proxy} 請求連線到 ${target}。`,
	proxyConnected: ({ target, ms }) => `${ms} ms 後已透過代理連線到 ${target}。`,
	refusedUntilRoom: ({ why }) => `有空間之前，新連線會遭拒；後續的只計數。${why}`,
	senderUnaddressed: '傳送方沒有位址，無法回應。所有這樣的傳送方在此算作一個對端。',
	receiverFull: '接收方的佇列已滿（EAGAIN）：傳送的資料等待它讀取。',
	datagramCut: ({ lost }) => `一個資料報有 ${lost} 個位元組放不下，已遺失。`,
	streamEndedInside: ({ got, all }) => `位元組流在 ${all} 個位元組中的第 ${got} 個之後結束。`,
	streamEndedInHead: ({ got, all }) => `位元組流在訊息標頭 ${all} 個位元組中的第 ${got} 個之後結束。`,
	streamEndedInMessage: ({ got, all }) => `位元組流在一則訊息 ${all} 個位元組中的第 ${got} 個之後結束。`,
	messageEndless: ({ limit }) => `${limit} 個位元組內沒有訊息的結尾：到此為止的位元組成為一則訊息。`,
	lengthOverLimit: ({ length, total, limit }) =>
		`長度 ${length} 不可能：${total} 個位元組的訊息超過上限 ${limit}。從現在起，每次讀取是一則訊息。`,
	lengthUnderHead: ({ length, total, head }) =>
		`長度 ${length} 不可能：長 ${total} 的訊息比其 ${head} 個位元組的標頭還短。從現在起，每次讀取是一則訊息。`,
	generatorRefused: ({ why }) => `產生器繼續；後續的同類拒絕只計數。${why}`,
	openBefore: ({ connection }) => `在此擷取記錄開始之前已開啟：${connection}`,
	generatorBegins: ({ plan }) => `產生器開始：${plan}。`,
	generatorDoneRefused: ({ sent, refused, seconds, rate }) =>
		`產生器已完成：傳送 ${sent} 則訊息，遭拒 ${refused} 則，用時 ${seconds} 秒（每秒 ${rate} 則）。`,
	generatorDone: ({ sent, seconds, rate }) =>
		`產生器已完成：傳送 ${sent} 則訊息，用時 ${seconds} 秒（每秒 ${rate} 則）。`,
	generatorStoppedRefused: ({ sent, refused, seconds, rate }) =>
		`產生器已停止：傳送 ${sent} 則訊息，遭拒 ${refused} 則，用時 ${seconds} 秒（每秒 ${rate} 則）。`,
	generatorStopped: ({ sent, seconds, rate }) =>
		`產生器已停止：傳送 ${sent} 則訊息，用時 ${seconds} 秒（每秒 ${rate} 則）。`,
	generatorFailedRefused: ({ sent, refused, seconds, rate }) =>
		`產生器失敗：傳送 ${sent} 則訊息，遭拒 ${refused} 則，用時 ${seconds} 秒（每秒 ${rate} 則）。`,
	generatorFailed: ({ sent, seconds, rate }) =>
		`產生器失敗：傳送 ${sent} 則訊息，用時 ${seconds} 秒（每秒 ${rate} 則）。`,
	importedCut: ({ length, captured }) => `資料報有 ${length} 個位元組：擷取記錄中只有前 ${captured} 個。`,
	importedRefused: ({ place }) => `${place} 的連線遭拒。`,
	importedSilent: ({ place }) => `${place} 的連線沒有得到回應。`,
	importedBefore: '擷取記錄開始之前，這個連線就已存在。',
	importedEvicted: ({ most }) => `不再追蹤：擷取記錄中同時有超過 ${most} 個對話。`,
	importedMissingOneOfClient: '此處缺少用戶端傳送的 1 個位元組：擷取記錄中沒有這個位元組。',
	importedMissingOneOfServer: '此處缺少伺服器傳送的 1 個位元組：擷取記錄中沒有這個位元組。',
	importedMissingOfClient: ({ bytes }) => `此處缺少用戶端傳送的 ${bytes} 個位元組：擷取記錄中沒有這些位元組。`,
	importedMissingOfServer: ({ bytes }) => `此處缺少伺服器傳送的 ${bytes} 個位元組：擷取記錄中沒有這些位元組。`,
};
