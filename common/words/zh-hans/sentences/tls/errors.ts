import type { tlsErrors as english } from '../../../en/sentences/tls/errors.ts';
import type { Texts } from '../../../locale/texts.ts';

const AGAIN = '请把该文件移走，以便重新生成；信任旧证书的程序需要改为信任新证书。';

export const tlsErrors: Texts<typeof english> = {
	authorityUnreadable: {
		message: ({ file, reason }) => `无法读取 ${file} 中的 Wirebench 证书颁发机构（${reason}）。`,
		hint: '请检查它是否为文件，以及当前用户是否可以读取。',
	},
	authorityNotKept: {
		message: ({ file, reason }) => `无法把 Wirebench 的证书颁发机构保存到 ${file}（${reason}）。`,
		hint: '请使数据文件夹可写，选择其他文件夹，或使用自己的证书。',
	},
	authorityDamaged: { message: ({ file }) => `${file} 中的 Wirebench 证书颁发机构已损坏。`, hint: AGAIN },
	authorityOtherKey: {
		message: ({ file }) => `${file} 中的 Wirebench 证书颁发机构已损坏：其密钥属于另一个证书。`,
		hint: AGAIN,
	},
	authorityExpired: { message: ({ file }) => `${file} 中的 Wirebench 证书颁发机构已过期。`, hint: AGAIN },
	pemMissing: { message: ({ path }) => `无法读取文件 ${path}（ENOENT）。`, hint: '请检查路径。' },
	pemUnreadable: {
		message: ({ path, reason }) => `无法读取文件 ${path}（${reason}）。`,
		hint: '请检查当前用户是否可以读取。',
	},
	noCertificate: { message: '所给内容中没有证书。', hint: '证书必须是 PEM 格式：-----BEGIN CERTIFICATE-----。' },
	certificateDamaged: { message: '证书已损坏：无法读取。', hint: '请与原件比较。' },
	noPrivateKey: { message: '所给内容中没有私钥。', hint: '它必须是 PEM 格式：-----BEGIN PRIVATE KEY-----。' },
	keyEncrypted: { message: '私钥已加密。', hint: '请填写它的密码短语。' },
	passphraseWrong: { message: '密码短语与私钥不符。', hint: '请检查密码短语。' },
	keyDamaged: { message: '私钥已损坏：无法读取。', hint: '请与原件比较。' },
	ciphersUnknown: {
		message: ({ ciphers }) => `TLS 库不认识这些加密套件中的任何一个：${ciphers}。`,
		hint: '请按 OpenSSL 的写法，例如 ECDHE-RSA-AES128-GCM-SHA256:TLS_AES_256_GCM_SHA384。',
	},
	tlsNotTaken: {
		message: ({ code }) => `TLS 库不接受所给的内容（${code}）。`,
		hint: '请检查证书：其密钥可能过短，或属于已不再使用的类型。',
	},
	keyOfAnother: { message: '私钥不属于这个证书。', hint: '密钥所属的证书必须排在最前，签发它的证书排在其后。' },
};
