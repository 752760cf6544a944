import type { coding as english } from '../../../en/cli/programs/coding.ts';
import type { Texts } from '../../../locale/texts.ts';

export const coding: Texts<typeof english> = {
	summary: '把端點寫成 Python 等語言的程式',
	description:
		'印出一個可以執行的程式，它做的事與預設組態或檔案中的端點相同，註解使用訊息的語言。程式沒有做到的，在開頭列出。' +
		'本命令的 --language 有兩種用法：zh-Hant 這樣的標籤是訊息和註解的語言，其他值是程式的語言。',
	what: '一個預設組態（見 "wirebench presets"），或一個檔案：工作區，或 JSON 格式的端點組態；與 --connection 一起使用時是擷取記錄',
	endpoint: '工作區中的哪個端點，用名稱或 id 指定（預設：唯一的那個）',
	connection: '不用端點，而用擷取記錄中這條連線的用戶端',
	payload: '代替端點：傳送工作區中這個承載資料的程式，依名稱',
	test: '代替端點：工作區中這個測試的用戶端，依名稱；有差異時以 1 結束',
	to: '承載資料傳往哪裡，或帶有規則檔案的伺服器在哪裡監聽：tcp、udp 或 unix',
	noPayload: (name, known) => `工作區沒有承載資料「${name}」。它有：${known}。`,
	noTest: (name, known) => `其中沒有測試「${name}」。它有：${known}。`,
	language: '程式的語言',
	style: (list) => `程式如何等候多件事：${list}（預設：該語言的第一種）`,
	choose: (names) => `請用 --endpoint 指定工作區中的一個端點：${names}。`,
	noEndpoint: (name, known) => `工作區中沒有端點 "${name}"。有：${known}。`,
	notWorkspace: '--endpoint 用於工作區：這個檔案是一個端點的組態。',
	nothing: (name) => `沒有叫 "${name}" 的預設組態或檔案。用 "wirebench presets" 列出預設組態；檔案請寫成 ./${name}。`,
	noStyle: (language, style, known) => `${language} 沒有風格 "${style}"。有：${known}。`,
	cannot: (language, style) => `無法用 ${language}（${style}）寫出：請選擇另一種風格或語言。`,
};
