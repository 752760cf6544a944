import type { secretNames as english } from '../../en/dialogs/secret-names.ts';
import type { Texts } from '../../locale/texts.ts';

export const secretNames: Texts<typeof english> = {
	'via.password': '上游代理的密码',
	'tls.identity.key': '证书的私钥',
	'tls.identity.passphrase': '私钥的密码短语',
	'targetTls.identity.key': '用于目标的证书的私钥',
	'targetTls.identity.passphrase': '用于目标的私钥的密码短语',
};
