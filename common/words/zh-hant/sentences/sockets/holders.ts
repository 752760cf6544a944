import type { holders as english } from '../../../en/sentences/sockets/holders.ts';
import type { Texts } from '../../../locale/texts.ts';

export const holders: Texts<typeof english> = {
	inUseBy: ({ names }) => `已被佔用，佔用者：${names}`,
	inUseUnseen: '已被佔用，系統沒有說明佔用者',
	bothHold: ({ one, other }) => `${one}、${other}`,
	holderOn: ({ holder, address }) => `${holder}（在 ${address} 上）`,
	otherEndpoint: '這個 Wirebench 的另一個端點',
	thisWirebench: ({ pid }) => `這個 Wirebench（pid ${pid}）`,
	programWithPid: ({ name, pid }) => `${name}（pid ${pid}）`,
	processWithPid: ({ pid }) => `一個處理程序（pid ${pid}）`,
	processUnnamed: '系統沒有提供名稱的處理程序',
	programUnnamed: '系統沒有提供名稱的程式',
	processOfUser: ({ user }) => `使用者 ${user} 的一個處理程序（系統沒有提供 pid）`,
	leftTimeWait: ({ count }) => `${count} 個處於 TIME_WAIT 的已關閉連線`,
	leftFinWait: ({ count }) => `${count} 個對端尚未結束其一側的已關閉連線（FIN_WAIT2）`,
	leftClosing: ({ count }) => `${count} 個對端尚未確認最後位元組或結束的已關閉連線`,
	waitAtMost: ({ seconds }) => `等待最多 ${seconds} s`,
	waitForPeers: '等到對端確認，或系統放棄它們',
	useOtherPort: '請使用其他連接埠',
	useFreePort: ({ port }) => `請改用未使用的連接埠 ${port}`,
	otherLocalPort: '請讓系統選擇本機連接埠，或選擇其他連接埠',
	stopHolder: ({ instead, port }) => `${instead}，或停止佔用 ${port} 的程式。`,
	stopHolderAndWait: ({ instead, port, wait, count }) =>
		`${instead}，或停止佔用 ${port} 的程式；之後：${wait}。那 ${count} 個連線會自行釋放。`,
	waitForLeft: ({ instead, wait, count }) =>
		`${instead}；或者：${wait}。那 ${count} 個連線會自行釋放。不需要停止任何程式。設定 SO_REUSEADDR 的程式（如 Wirebench）不會留下被佔用的連接埠。`,
	unseenTcp: ({ instead }) =>
		`${instead}。可能有程式繫結了它但沒有監聽，也可能已關閉的連線還會佔用它一兩分鐘（TIME_WAIT）。`,
	unseenUdp: ({ instead }) => `${instead}。可能是其他使用者或其他容器的程式在使用它。`,
};
