import type { answering as english } from '../../en/cli/answering.ts';
import type { Texts } from '../../locale/texts.ts';

export const answering: Texts<typeof english> = {
	preset: '採用某個預設組態的行為（見 "wirebench presets"）',
	framing: (forms) => `如何從位元組流中切分訊息：${forms}`,
	framings:
		'none、line、delimiter:TEXT（可用跳脫序列）、either-eol:TEXT（同上，其中每個換行可以是 LF 或 CR LF）、fixed:BYTES、idle:MS，或 length:SIZE，例如 length:2be 或 length:4le,offset=2,add=-6,with-head',
	oneOf: (forms) => `應為以下之一：${forms}。`,
	ledger: '報告編號訊息的遺失情況（見 "generate"）；TEXT 含 %d 時，編號在文字中',
	reply: '回應每則訊息；可用跳脫序列的範本，例如 "got {{data}}\\n"',
	rules: '依此 JSON 檔案中的規則回應（見 docs/guide.md 和 "wirebench presets --json"）',
	answerAfter: '每次回應前等待的時間，不論規則如何設定',
	folder: '用此資料夾中的檔案回應，如預設組態 http-server',
	charset: (what) => `${what}，例如 gbk、big5、shift_jis 或 latin1`,
	noRule: (file) => `${file}：其中沒有規則，因此不會有任何回應：請寫一條規則，或去掉 --rules。`,
	character: (path, position) => `${path}，第 ${position} 個字元`,
	noAnswers: '沒有規則回應：--answer-after 用於預設組態、--reply 或 --rules 的規則。',
	noFolder: (path) => `沒有資料夾 ${path}。`,
	noFolderRule: '沒有規則用資料夾中的檔案回應：--folder 用於預設組態 http-server。',
	oneAnswers: '只能由其中之一回應：--script、--reply 或 --rules。',
	script: {
		file: '用 JavaScript 回應（見 "wirebench script-api"）',
		time: '指令碼一次呼叫的計算時間（預設 1000）',
		memory: '指令碼的記憶體（預設 32）',
		output: '一次呼叫傳送和記錄的資料量（預設 4096）',
		none: '指令碼的限制需要有指令碼：請用 --script 指定。',
		unreadable: (why) => `無法讀取：${why}。`,
		empty: '檔案為空：指令碼要定義如何回應（見 "wirebench script-api"）。',
	},
	noPreset: (id, known) => `沒有預設組態 "${id}"。現有：${known}。`,
	otherPreset: (id, noun, usage) => `預設組態 "${id}" 是 ${noun}：請使用 "wirebench ${usage}"。`,
	datagramFraming: '資料報本身就是一則訊息：--framing 用於 tcp://。',
	noServe: (title) => `${title} 沒有需要等待的連線：--serve 用於 tcp:// 和 unix:。`,
	noOption: (kind, option) => `${kind} 沒有選項 ${option}。`,
};
