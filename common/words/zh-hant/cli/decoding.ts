import type { decoding as english } from '../../en/cli/decoding.ts';
import type { Texts } from '../../locale/texts.ts';
import { decodeNotes } from '../decode-notes.ts';

export const decoding: Texts<typeof english> = {
	summary: '依通訊協定列出一則訊息的欄位',
	description:
		'讀取位元組，並為每個單元（封包、請求）輸出一個 JSON 物件：protocol、start、end、fields，有缺漏或錯誤時還有 error。位移以位元組計，從訊息開頭算起；end 在最後一個位元組之後。',
	file: '含有訊息位元組的檔案；- 表示讀取 stdin',
	as: (ids) => `通訊協定：auto，或 ${ids} 之一`,
	hex: '十六進位位元組，可用程式輸出的任何寫法',
	transport: '訊息的傳輸方式：某些通訊協定在位元組流上會在前面加長度（預設：依其樣子判斷）',
	nothing: '請指定一個檔案，或用 --hex 給出位元組。',
	both: '請給出檔案或 --hex，不要同時給出。',
	unknown: '這些位元組不像 Wirebench 已知的任何通訊協定。請用 --as 選擇一種。',
	wrongHex: (why) => `--hex：${why}`,
	structureFile: '用檔案中的結構解碼（docs/structures.md），代替通訊協定',
	values: '與 --structure 一起：只輸出值，每則訊息一個 JSON 物件，encode 可以讀取',
	proto: '依 .proto 檔案解碼 Protocol Buffers：欄位使用其中的名稱',
	message: '與 --proto 一起使用：訊息的全名或其結尾',
	protoNeeds: '--proto 與 --message 必須一起使用。',
	protoAlone: '--proto 用於 Protocol Buffers：不要給出 --structure，--as 只能是 protobuf。',
	asOrStructure: '請給出 --as 或 --structure，不要同時給出。',
	valuesNeed: '--values 需要 --structure。',
	wrongAt: (at, what) => `無法讀取位元組 ${at} 處的訊息：${what}。`,
	structuresList: (file) => `${file}：structures 是結構的清單，或結構檔案路徑的清單。`,
	encode: {
		summary: '由各欄位的值輸出一則訊息的位元組',
		description:
			'讀取 JSON 形式的訊息值，並以十六進位輸出其位元組。常數、長度、個數、計算值和總和檢查碼不必給出：它們由程式計算。decode --values 輸出這樣的 JSON。',
		values: '依欄位名稱給出各欄位值的 JSON 檔案；- 表示讀取 stdin',
		structure: '訊息的結構（docs/structures.md）',
	},
	structure: {
		summary: '檢查描述訊息的結構',
		help: '顯示命令的說明',
		description: '用於結構檔案的命令（docs/structures.md）。wirebench decode --structure 用它讀取訊息。',
		checkSummary: '說明結構檔案中的問題',
		checkDescription:
			'輸出每個檔案的所有問題，附上 JSON 路徑和在運算式中的位置，並列出 Wirebench 不認識的鍵。所有檔案都可用時結束代碼為 0，否則為 2。',
		files: '結構檔案',
		json: '每個檔案輸出一個 JSON 物件：file、ok、findings',
		sampleSummary: '輸出一個可作起點的結構',
		sampleDescription: '輸出 Wirebench 內附的一個範例結構；不帶 --name 時列出所有名稱。',
		sampleName: '哪一個',
		guessSummary: '為若干訊息推測結構',
		guessDescription:
			'讀取同一種類、同一方向的訊息（依時間順序），並輸出它們的結構：能找到的常數、長度、計數器、時間、總和檢查碼與文字。請手動修正。',
		guessFile: '每行一則十六進位訊息的檔案，至少兩則；- 表示讀取 stdin',
		guessId: '結構的 id（預設：guessed）',
		guessFindings: '輸出找到的內容及其可信度（0 到 1），以及適合這種位元組流的分框',
		tooFew: '請給出至少兩則訊息，每則最多 4096 個位元組。',
		wrongLine: (line, why) => `第 ${line} 列：${why}`,
		importSummary: '由 .ksy 檔案產生結構',
		importDescription:
			'讀取 Kaitai Struct 的描述並輸出結構：seq、types、enums、instances、if、repeat、switch-on、contents、size、terminator 與 encoding。結構沒有的內容會連同位置一併列出。',
		importFile: '.ksy 檔案，或與 --message 一起給出的 .proto 檔案；- 表示讀取 stdin',
		importMessage: '.proto 檔案中的訊息',
		fine: (file, id) => `${file} 沒有問題：${id}。`,
		unusable: (file, problems) => `${file} 無法使用：${problems} 個問題。`,
	},
	/** Options of `show`. */
	decode: (ids) => `解碼承載資料：auto，或其中一種：${ids}，或結構；ENDPOINT=NAME 只用於一個端點（可重複）`,
	structures: '結構檔案（docs/structures.md），其 ID 在篩選器和欄中是通訊協定（可重複）',
	structureTwice: (id) => `另一個結構的 ID 也是 ${id}。`,
	columns: '要輸出的解碼欄位，以逗號分隔，例如 modbus.function,dns.question.name',
	wrongColumn: (name) => `「${name}」不是解碼欄位的名稱；正確的名稱例如 modbus.function。`,
	manyColumns: (most) => `最多 ${most} 欄。`,
	notes: decodeNotes,
};
