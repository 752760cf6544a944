const AGAIN = 'Move the file away to have a new one made; whoever trusts the old one has to trust that.';

/** Errors of certificates and settings of TLS. */
export const tlsErrors = {
	authorityUnreadable: {
		message: ({ file, reason }: { readonly file: string; readonly reason: string }) =>
			`Wirebench's certificate authority in ${file} cannot be read (${reason}).`,
		hint: 'Check that it is a file and that this user may read it.',
	},
	authorityNotKept: {
		message: ({ file, reason }: { readonly file: string; readonly reason: string }) =>
			`Wirebench's certificate authority cannot be kept in ${file} (${reason}).`,
		hint: 'Make the data folder writable, choose another one, or use a certificate of your own.',
	},
	authorityDamaged: {
		message: ({ file }: { readonly file: string }) => `Wirebench's certificate authority in ${file} is damaged.`,
		hint: AGAIN,
	},
	authorityOtherKey: {
		message: ({ file }: { readonly file: string }) =>
			`Wirebench's certificate authority in ${file} is damaged: its key is of another certificate.`,
		hint: AGAIN,
	},
	authorityExpired: {
		message: ({ file }: { readonly file: string }) => `Wirebench's certificate authority in ${file} has expired.`,
		hint: AGAIN,
	},
	pemMissing: {
		message: ({ path }: { readonly path: string }) => `The file ${path} cannot be read (ENOENT).`,
		hint: 'Check the path.',
	},
	pemUnreadable: {
		message: ({ path, reason }: { readonly path: string; readonly reason: string }) =>
			`The file ${path} cannot be read (${reason}).`,
		hint: 'Check that this user may read it.',
	},
	noCertificate: {
		message: 'There is no certificate in what was given.',
		hint: 'It has to be PEM: -----BEGIN CERTIFICATE-----.',
	},
	certificateDamaged: {
		message: 'The certificate is damaged: it cannot be read.',
		hint: 'Compare it with its original.',
	},
	noPrivateKey: {
		message: 'There is no private key in what was given.',
		hint: 'It has to be PEM: -----BEGIN PRIVATE KEY-----.',
	},
	keyEncrypted: { message: 'The private key is encrypted.', hint: 'Give its passphrase.' },
	passphraseWrong: { message: 'The passphrase does not fit the private key.', hint: 'Check the passphrase.' },
	keyDamaged: { message: 'The private key is damaged: it cannot be read.', hint: 'Compare it with its original.' },
	ciphersUnknown: {
		message: ({ ciphers }: { readonly ciphers: string }) => `The TLS library knows none of these ciphers: ${ciphers}.`,
		hint: 'Write them as OpenSSL does, as in ECDHE-RSA-AES128-GCM-SHA256:TLS_AES_256_GCM_SHA384.',
	},
	tlsNotTaken: {
		message: ({ code }: { readonly code: string }) => `The TLS library does not take what was given (${code}).`,
		hint: 'Check the certificate: its key may be too short, or of a kind that is not used any more.',
	},
	keyOfAnother: {
		message: 'The private key does not belong to the certificate.',
		hint: 'The certificate to which the key belongs has to come first, those that signed it behind it.',
	},
};
