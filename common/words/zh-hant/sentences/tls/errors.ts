import type { tlsErrors as english } from '../../../en/sentences/tls/errors.ts';
import type { Texts } from '../../../locale/texts.ts';

const AGAIN = '請把該檔案移走，以便重新產生；信任舊憑證的程式需要改為信任新憑證。';

export const tlsErrors: Texts<typeof english> = {
	authorityUnreadable: {
		message: ({ file, reason }) => `無法讀取 ${file} 中的 Wirebench 憑證授權單位（${reason}）。`,
		hint: '請檢查它是否為檔案，以及目前使用者是否可以讀取。',
	},
	authorityNotKept: {
		message: ({ file, reason }) => `無法把 Wirebench 的憑證授權單位儲存到 ${file}（${reason}）。`,
		hint: '請使資料的資料夾可寫，選擇其他資料夾，或使用自己的憑證。',
	},
	authorityDamaged: { message: ({ file }) => `${file} 中的 Wirebench 憑證授權單位已損毀。`, hint: AGAIN },
	authorityOtherKey: {
		message: ({ file }) => `${file} 中的 Wirebench 憑證授權單位已損毀：其金鑰屬於另一個憑證。`,
		hint: AGAIN,
	},
	authorityExpired: { message: ({ file }) => `${file} 中的 Wirebench 憑證授權單位已過期。`, hint: AGAIN },
	pemMissing: { message: ({ path }) => `無法讀取檔案 ${path}（ENOENT）。`, hint: '請檢查路徑。' },
	pemUnreadable: {
		message: ({ path, reason }) => `無法讀取檔案 ${path}（${reason}）。`,
		hint: '請檢查目前使用者是否可以讀取。',
	},
	noCertificate: { message: '所給內容中沒有憑證。', hint: '憑證必須是 PEM 格式：-----BEGIN CERTIFICATE-----。' },
	certificateDamaged: { message: '憑證已損毀：無法讀取。', hint: '請與原件比較。' },
	noPrivateKey: { message: '所給內容中沒有私密金鑰。', hint: '它必須是 PEM 格式：-----BEGIN PRIVATE KEY-----。' },
	keyEncrypted: { message: '私密金鑰已加密。', hint: '請填寫它的密碼短語。' },
	passphraseWrong: { message: '密碼短語與私密金鑰不符。', hint: '請檢查密碼短語。' },
	keyDamaged: { message: '私密金鑰已損毀：無法讀取。', hint: '請與原件比較。' },
	ciphersUnknown: {
		message: ({ ciphers }) => `TLS 函式庫不認得這些加密套件中的任何一個：${ciphers}。`,
		hint: '請按 OpenSSL 的寫法，例如 ECDHE-RSA-AES128-GCM-SHA256:TLS_AES_256_GCM_SHA384。',
	},
	tlsNotTaken: {
		message: ({ code }) => `TLS 函式庫不接受所給的內容（${code}）。`,
		hint: '請檢查憑證：其金鑰可能過短，或屬於已不再使用的類型。',
	},
	keyOfAnother: { message: '私密金鑰不屬於這個憑證。', hint: '金鑰所屬的憑證必須排在最前，簽發它的憑證排在其後。' },
};
