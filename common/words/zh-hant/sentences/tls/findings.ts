import type { tlsFindings as english } from '../../../en/sentences/tls/findings.ts';
import type { Texts } from '../../../locale/texts.ts';

export const tlsFindings: Texts<typeof english> = {
	tlsPlainHttp: { message: '對端使用明文 HTTP，而不是 TLS。', hint: '請在對端使用 https://，或在本端關閉 TLS。' },
	tlsShowedNone: {
		message: '對端沒有出示必要的憑證。',
		hint: '請為用戶端提供憑證及其金鑰，或在本端只請求、不要求憑證。',
	},
	tlsWantsOurs: { message: '對端要求本端出示憑證。', hint: '請設定用戶端憑證及其金鑰。' },
	tlsNoCipher: { message: '對端與本端沒有共同的加密套件。', hint: '請允許更多加密套件，或使用金鑰類型不同的憑證。' },
	tlsOursUntrusted: {
		message: '對端不信任本端憑證的授權單位。',
		hint: '請讓對端信任該憑證授權單位：Wirebench 的憑證授權單位可在端點的對話方塊中匯出，或用 "wirebench ca" 匯出。',
	},
	tlsOursExpired: { message: '對端認為本端的憑證已過期。', hint: '請檢視本端使用的憑證，以及對端信任哪些憑證。' },
	tlsOursRevoked: { message: '對端認為本端的憑證已被廢止。', hint: '請檢視本端使用的憑證，以及對端信任哪些憑證。' },
	tlsOursRefused: { message: '對端不接受本端的憑證。', hint: '請檢視本端使用的憑證，以及對端信任哪些憑證。' },
	tlsNoAlpn: {
		message: '對端不支援所提供的任何應用程式通訊協定（ALPN）。',
		hint: '請提供其他應用程式通訊協定，或不提供。',
	},
	tlsNoVersion: { message: '對端與本端沒有共同的 TLS 版本。', hint: '請在其中一端允許更舊或更新的版本。' },
	tlsNameUnknown: { message: '對端不認得所請求的名稱。', hint: '請請求伺服器具有的名稱。' },
	tlsNothingCommon: {
		message: '對端沒有找到兩端都支援的交握參數（handshake failure）。',
		hint: '請比較兩端的版本、加密套件和用戶端憑證。',
	},
	tlsNotTls: {
		message: '對端傳來的不是 TLS。',
		hint: '請檢查連接埠，以及兩端是否都使用 TLS。有些通訊協定先用明文，之後才切換。',
	},
	tlsBrokeOff: { message: ({ code }) => `對端中斷了交握（${code}）。`, hint: '請比較兩端允許的版本、加密套件和憑證。' },
	certUnknownAuthority: {
		message: '由本端不信任的憑證授權單位簽發。',
		hint: '如果您了解該憑證授權單位，請信任它的 CA 檔案，或讓伺服器同時傳送中繼憑證。',
	},
	certSelfSigned: { message: '是自我簽署的，沒有任何單位為它擔保。', hint: '請與伺服器的管理者核對指紋，然後信任它。' },
	certExpired: { message: '已過期。', hint: '請更新憑證，並檢查本機的時鐘。' },
	certNotYetValid: { message: '尚未生效。', hint: '請檢查兩台機器的時鐘。' },
	certOtherName: { message: '屬於另一個名稱。', hint: '請連線到憑證中的名稱，或設定要請求的名稱。' },
	certBadSignature: { message: '簽章有誤。', hint: '請由有權簽發的憑證授權單位，為此用途簽發憑證。' },
	certRevoked: { message: '已被廢止。', hint: '請由有權簽發的憑證授權單位，為此用途簽發憑證。' },
	certRejected: { message: '不能用於此用途。', hint: '請由有權簽發的憑證授權單位，為此用途簽發憑證。' },
	certLongChain: { message: '憑證鏈過長。', hint: '請由有權簽發的憑證授權單位，為此用途簽發憑證。' },
	certPathLength: {
		message: '簽發它的授權單位無權簽發其他授權單位。',
		hint: '請由有權簽發的憑證授權單位，為此用途簽發憑證。',
	},
	certInvalidCa: { message: '簽發它的憑證不屬於授權單位。', hint: '請由有權簽發的憑證授權單位，為此用途簽發憑證。' },
	certPurpose: { message: '不是用於此目的。', hint: '請由有權簽發的憑證授權單位，為此用途簽發憑證。' },
	certHostMismatch: { message: '屬於另一個名稱。', hint: '請由有權簽發的憑證授權單位，為此用途簽發憑證。' },
	certShortKey: { message: '金鑰過短。', hint: '請由有權簽發的憑證授權單位，為此用途簽發憑證。' },
	certWeakDigest: { message: '簽章使用的摘要演算法過弱。', hint: '請由有權簽發的憑證授權單位，為此用途簽發憑證。' },
	certNotAccepted: {
		message: ({ code }) => `不被接受（${code}）。`,
		hint: '請由有權簽發的憑證授權單位，為此用途簽發憑證。',
	},
	tlsHandshakeRefused: ({ what, peer }) => `無法與 ${peer} 建立 TLS：${what}`,
	tlsBroken: ({ what, peer }) => `與 ${peer} 的 TLS 已結束：${what}`,
	certRefused: ({ what, peer }) => `${peer} 的憑證不被接受：${what}`,
	certWrongName: ({ peer, names, expected }) =>
		`${peer} 的憑證與所請求的名稱不符：憑證的名稱是 ${names}，請求的是 ${expected}。`,
	certNoName: '沒有任何名稱',
	certWhy: ({ what }) => `${what}`,
	certNotAsked: '沒有要求驗證。',
	tlsNoProtocol: '沒有 ALPN',
	tlsProtocol: ({ alpn }) => `ALPN 為 ${alpn}`,
	tlsNoServerName: '沒有請求名稱（SNI）',
	tlsServerName: ({ name }) => `請求的名稱（SNI）為 ${name}`,
	tlsPeerShowedNone: '對端沒有出示憑證。',
	tlsPeerNoSubject: '沒有名稱',
	tlsPeerVerified: ({ subject, fingerprint }) => `對端的憑證是 ${subject}，SHA-256 ${fingerprint}，已驗證。`,
	tlsPeerUnverified: ({ subject, fingerprint, why }) =>
		`對端的憑證是 ${subject}，SHA-256 ${fingerprint}，未驗證：${why}`,
	tlsAgreed: ({ version, cipher, alpn, name, peer }) =>
		`TLS：${version}，${cipher}，${alpn}，${name}。擷取記錄中是明文。${peer}`,
};
