import type { tlsOptions as english } from '../../en/cli/tls-options.ts';
import type { Texts } from '../../locale/texts.ts';

export const tlsOptions: Texts<typeof english> = {
	cert: 'PEM 格式的憑證，其後是簽發它的憑證',
	key: 'PEM 格式的私密金鑰；省略時在憑證檔案中',
	passphraseFile: '檔案的第一行是私密金鑰的密碼短語',
	names: '所產生憑證的名稱和位址，以逗號分隔',
	flaw: '產生有問題的憑證',
	clientCert: '用戶端的憑證',
	clientCa: '信任誰簽發的用戶端；省略時為 Wirebench 的憑證授權單位',
	made: '出示為這些名稱產生的憑證',
	ca: '除系統和 Wirebench 的憑證授權單位外，也信任此 CA',
	servername: '請求（SNI）並驗證的名稱；省略時為主機',
	insecure: '也連線不可信任的伺服器',
	alpn: '應用程式通訊協定，優先的在前，以逗號分隔',
	min: '最低版本（預設 TLSv1.2）',
	max: '最高版本（預設 TLSv1.3）',
	ciphers: 'OpenSSL 寫法的加密套件',
	handshakeTimeout: '整個交握的時限（預設 10000）',
	needs: (option, other) => `${option} 需要 ${other}。`,
	passphrase: (path, why) => `密碼短語檔案 ${path} 無法讀取（${why}）。`,
	proxy: {
		cert: '在 tls:// 上監聽：PEM 格式的憑證；省略時自動產生',
		ca: '目標為 tls:// 時：也信任此 CA',
		servername: '向目標請求（SNI）並驗證的名稱；省略時為其主機',
		insecure: '也連線不可信任的目標',
		forListening: (option) => `${option} 及類似選項用於在 tls://HOST:PORT 上監聽。`,
		forTarget: (option) => `${option} 及類似選項用於目標 tls://HOST:PORT。`,
	},
	place: {
		ca: '使用 TLS 的用戶端：也信任此 CA',
		insecure: '使用 TLS 的用戶端：也連線不可信任的伺服器',
		cert: '使用 TLS 時：自己的 PEM 格式憑證；省略時伺服器的憑證自動產生',
		onlyTls: 'TLS 的選項用於 tls://HOST:PORT 位址。',
	},
};
