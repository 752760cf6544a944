import type { secretNames as english } from '../../en/dialogs/secret-names.ts';
import type { Texts } from '../../locale/texts.ts';

export const secretNames: Texts<typeof english> = {
	'via.password': '上游代理的密碼',
	'tls.identity.key': '憑證的私密金鑰',
	'tls.identity.passphrase': '私密金鑰的密碼短語',
	'targetTls.identity.key': '用於目標的憑證的私密金鑰',
	'targetTls.identity.passphrase': '用於目標的私密金鑰的密碼短語',
};
