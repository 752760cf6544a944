import type { targets as english } from '../../en/composer/targets.ts';
import { localeOf } from '../../locale/locale.ts';
import type { Texts } from '../../locale/texts.ts';

const { count: written } = localeOf('zh-Hant');

export const targets: Texts<typeof english> = {
	to: '傳送到',
	hint: '連線，或 udp HOST:PORT',
	list: '目標',
	none: '沒有相符的端點。位址寫作 udp HOST:PORT。',
	newEndpoint: '新端點',
	destination: '目的地',
	path: '路徑',
	everyConnection: (endpoint, count) =>
		count === 1 ? `${endpoint}：唯一的連線` : `${endpoint}：全部 ${written(count)} 個連線`,
	picked: (endpoint) => `${endpoint}：選取的連線`,
	closed: (connection) => `#${connection}，已關閉`,
	nothing: '還沒有可傳送的目標：請啟動伺服器，或在「傳送到」中輸入位址，例如 udp 127.0.0.1:9000。',
	choose: '請選擇傳送目標。',
	proxy: (name) => `${name} 只轉送他人的資料：請選擇傳送目標。`,
	starting: (name) => `${name} 正在啟動…`,
	stopping: (name) => `${name} 正在停止…`,
	start: (name) => `啟動 ${name} 後才能傳送。`,
	hasClosed: (connection) => `#${connection} 已關閉：請選擇傳送目標。所寫內容會保留。`,
	connecting: (connection) => `#${connection} 仍在連線…`,
	ended: (connection) => `本端已結束 #${connection} 的傳送：不能再傳送。`,
	noClient: (name) => `${name} 正在等待用戶端：還沒有可傳送的對象。`,
	toFault: (fault) => `傳送到：${fault}`,
	toForms: (forms) => `傳送到：請選擇傳送方式：${forms}。`,
	or: ' 或 ',
	destinationFault: (fault) => `目的地：${fault}`,
	destinationPath: '目的地：請提供通訊端的路徑。',
	form: '位址寫作 udp HOST:PORT、tcp HOST:PORT、tls HOST:PORT、unix PATH 或 unixgram PATH。',
	brackets: 'IPv6 位址要放在方括號中，例如 [::1]:9000。',
	hostAndPort: '請提供主機和連接埠，例如 127.0.0.1:9000。',
	longHost: (most) => `主機最多 ${most} 個字元。`,
	noPort: '缺少連接埠，例如 127.0.0.1:9000。',
	badPort: '傳送目標的連接埠是 1 到 65535 的整數。',
};
