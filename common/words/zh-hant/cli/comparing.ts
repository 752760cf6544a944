import type { comparing as english } from '../../en/cli/comparing.ts';
import type { Texts } from '../../locale/texts.ts';

export const comparing: Texts<typeof english> = {
	summary: '比較兩個擷取記錄、兩個連線或兩個位元組檔案',
	description:
		'比較兩個擷取記錄中傳送的內容：逐個連線、逐則訊息，每個方向分別比較。輸出第一個差異及其位置，以及摘要。連接埠、位址和時間不算差異，重設算差異。訊息依端點的分框切分；沒有分框的位元組流按原樣比較，不論它如何到達。',
	path: '擷取記錄資料夾，或 pcapng、pcap 檔案；使用 --raw 時為任意檔案',
	other: '與之比較的內容',
	connection: '只比較第一個的連線 n 與第二個的連線 m（或 n）',
	framing: (forms) => `把位元組流切分為訊息：${forms}`,
	ignore: (forms) => `忽略每則訊息中的一些位元組，可多次使用：${forms}`,
	ignoreRegex: '忽略兩側符合該模式的內容；前面加 in: 或 out: 表示一個方向；可多次使用',
	within: '也比較時間：從連線開始算起，允許的最大差異',
	raw: '把兩個位元組檔案（各不超過 64 MiB）作為兩則訊息比較',
	all: '輸出所有差異，而不只是第一個',
	json: '每個輸出的差異為一個 JSON 物件，摘要也是一個',
	tooMany: (most) => `最多可以忽略 ${most} 個範圍和模式。`,
	rawAlone: '使用 --raw 時沒有連線、訊息和時間。',
	stopped: '在結束前停止：兩個擷取記錄可能相同，也可能不同。',
	damaged: '有擷取記錄已損毀：能讀取的部分相同。',
	badConnections: '應為連線的編號，或每個擷取記錄各一個：2 或 2:5。',
	badTime: (most) => `應為毫秒數，不超過 ${most}。`,
	badPattern: '應為正規表示式。',
	noConnection: {
		first: (id, known) => `第一個擷取記錄沒有連線 ${id}：${known}。`,
		second: (id, known) => `第二個擷取記錄沒有連線 ${id}：${known}。`,
	},
	hasNone: '它沒有連線',
	has: (count, first) => `它有 ${count} 個，第一個是 ${first}`,
	connectionAt: (id, place) => `連線 ${id}（${place}）`,
	connectionOfSecond: (id) => `第二個的連線 ${id}`,
	and: '，',
	alone: {
		first: (connection, received, sent) =>
			`第二個擷取記錄缺少第一個的 ${connection}：收到 ${received} 位元組，傳送 ${sent} 位元組。`,
		second: (connection, received, sent) =>
			`第一個擷取記錄缺少第二個的 ${connection}：收到 ${received} 位元組，傳送 ${sent} 位元組。`,
	},
	found: (where, what, events) => `${where}：${what}${events}。`,
	events: (list) => `（${list.join('，')}）`,
	eventOfFirst: (number) => `第一個的事件 ${number}`,
	eventOfSecond: (number) => `第二個的事件 ${number}`,
	compared: (connections, messages, bytes) => `${connections} 個連線，${messages} 則相同的訊息（${bytes} 位元組）`,
	equal: (what) => `相同：${what}。`,
	equalBytes: (count) => `相同：${count} 位元組。`,
	different: (what, parts) => `不同：${what}；${parts.join('，')}。`,
	counts: {
		changed: (count) => `${count} 處變更`,
		missing: (count) => `${count} 處缺少`,
		extra: (count) => `${count} 處多出`,
		late: (count) => `${count} 處時間不同`,
		ends: (count) => `${count} 處結束方式不同`,
		alone: (count) => `${count} 個連線只在一個擷取記錄中`,
	},
	rough: '有些訊息無法準確配對：差異太多。',
	differentBytes: (runs) => `不同：${runs} 段位元組。`,
	roughBytes: '有些段可能更小：兩個檔案差異太大，無法準確對齊。',
};
