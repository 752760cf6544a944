/** What a secret of an endpoint is, by its place in the config: also what the command line prints. */
export const secretNames = {
	'via.password': 'the password of its upstream proxy',
	'tls.identity.key': 'the private key of its certificate',
	'tls.identity.passphrase': 'the passphrase of its private key',
	'targetTls.identity.key': 'the private key of its certificate for the target',
	'targetTls.identity.passphrase': 'the passphrase of its private key for the target',
};
