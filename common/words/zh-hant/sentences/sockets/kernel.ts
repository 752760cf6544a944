import type { kernelNotes as english } from '../../../en/sentences/sockets/kernel.ts';
import type { Texts } from '../../../locale/texts.ts';

export const kernelNotes: Texts<typeof english> = {
	kernelElsewhere: ({ system }) => `Wirebench 只能在 Linux 和 macOS 上讀取系統對通訊端的報告，在 ${system} 上不行。`,
	kernelLibraryMissing: ({ name, reason }) => `往返時間、視窗和緩衝區要用 ${name} 套件讀取，但無法載入它：${reason}`,
	kernelSocketGone: '系統在本處理程序中沒有這對位址的開啟的通訊端：它剛剛被關閉。',
	kernelNoAddress: '系統還來不及報告對端的位址，對端就已離開：無法找到它的通訊端。',
	kernelAlike: ({ count }) => `到此路徑的 ${count} 個連線兩端名稱都相同：系統無法區分它們。`,
	kernelSharedSocket: 'UDP 沒有連線：該端點的所有對端共用這個通訊端。',
	kernelNoListenLimit: '沒有 getsockopt(TCP_INFO)，就無法得知接受佇列的上限。',
	kernelNoListenQueue: ({ program }) => `接受佇列要用程式 ${program} 讀取，但它沒有報告這個通訊端。`,
	kernelDarwinBuffers: 'macOS 會報告佇列和視窗，但不報告它們佔用的記憶體。',
	programElsewhere: ({ address }) => `${address} 是另一台機器，從這裡看不到它的程式。`,
	programUnseen: '另一端在本機上，但系統沒有給出它的程式：可能屬於其他使用者，或在另一個容器中。',
	programClosed: '另一端的程式已關閉其通訊端；連線由系統收尾。',
	programNoAddress: '另一端沒有可用來尋找其程式的位址。',
	programLibraryMissing: ({ name, reason }) => `Unix 通訊端另一端的程式要用 ${name} 套件尋找，但無法載入它：${reason}`,
	programNoDatagrams: '系統不報告 Unix 資料報通訊端另一端是哪個程式。',
};
