/** What both ends of TLS found, and the errors and notes that contain it. `what` continues a sentence after the name of the other end or of its certificate. */
export const tlsFindings = {
	tlsPlainHttp: { message: 'speaks plain HTTP, not TLS.', hint: 'Use https:// there, or switch TLS off here.' },
	tlsShowedNone: {
		message: 'showed no certificate, which is required.',
		hint: 'Give the client a certificate and its key, or only ask for one here.',
	},
	tlsWantsOurs: { message: 'requires a certificate of ours.', hint: 'Set a client certificate and its key.' },
	tlsNoCipher: {
		message: 'has no cipher in common with us.',
		hint: 'Allow more ciphers, or a certificate with another kind of key.',
	},
	tlsOursUntrusted: {
		message: 'does not trust the authority of our certificate.',
		hint: 'Have the other end trust the authority: that of Wirebench is exported in the dialog of the endpoint, or by "wirebench ca".',
	},
	tlsOursExpired: {
		message: 'says that our certificate has expired.',
		hint: 'Look at the certificate that is used here, and at what the other end trusts.',
	},
	tlsOursRevoked: {
		message: 'says that our certificate was revoked.',
		hint: 'Look at the certificate that is used here, and at what the other end trusts.',
	},
	tlsOursRefused: {
		message: 'does not accept our certificate.',
		hint: 'Look at the certificate that is used here, and at what the other end trusts.',
	},
	tlsNoAlpn: {
		message: 'speaks none of the application protocols (ALPN) that were offered.',
		hint: 'Offer another one, or none.',
	},
	tlsNoVersion: {
		message: 'has no TLS version in common with us.',
		hint: 'Allow older or newer versions on one of the two ends.',
	},
	tlsNameUnknown: {
		message: 'does not know the name that was asked for.',
		hint: 'Ask for a name that the server has.',
	},
	tlsNothingCommon: {
		message: 'found nothing that both ends can do (handshake failure).',
		hint: 'Compare versions, ciphers and client certificates of both ends.',
	},
	tlsNotTls: {
		message: 'sent something that is not TLS.',
		hint: 'Check the port, and whether both ends use TLS. Some protocols begin in plaintext and change later.',
	},
	tlsBrokeOff: {
		message: ({ code }: { readonly code: string }) => `broke off (${code}).`,
		hint: 'Compare what both ends allow: versions, ciphers, certificates.',
	},
	certUnknownAuthority: {
		message: 'was signed by an authority that is not trusted here.',
		hint: 'Trust the CA file of that authority, if you know it, or have the server send the certificates in between too.',
	},
	certSelfSigned: {
		message: 'is signed by itself, so that nobody vouches for it.',
		hint: 'Compare its fingerprint with what the server’s owner says, then trust it.',
	},
	certExpired: { message: 'has expired.', hint: 'Have it renewed, and check this machine’s clock.' },
	certNotYetValid: { message: 'is not valid yet.', hint: 'Check the clocks of both machines.' },
	certOtherName: {
		message: 'is for another name.',
		hint: 'Connect to a name that it has, or set that name to be asked for.',
	},
	certBadSignature: {
		message: 'has a signature that is wrong.',
		hint: 'Have a certificate made for this use, by an authority that may.',
	},
	certRevoked: { message: 'was revoked.', hint: 'Have a certificate made for this use, by an authority that may.' },
	certRejected: {
		message: 'is rejected for this use.',
		hint: 'Have a certificate made for this use, by an authority that may.',
	},
	certLongChain: {
		message: 'has too long a chain.',
		hint: 'Have a certificate made for this use, by an authority that may.',
	},
	certPathLength: {
		message: 'was signed by an authority that may not sign authorities.',
		hint: 'Have a certificate made for this use, by an authority that may.',
	},
	certInvalidCa: {
		message: 'was signed by a certificate that is no authority’s.',
		hint: 'Have a certificate made for this use, by an authority that may.',
	},
	certPurpose: {
		message: 'is not for this purpose.',
		hint: 'Have a certificate made for this use, by an authority that may.',
	},
	certHostMismatch: {
		message: 'is for another name.',
		hint: 'Have a certificate made for this use, by an authority that may.',
	},
	certShortKey: {
		message: 'has too short a key.',
		hint: 'Have a certificate made for this use, by an authority that may.',
	},
	certWeakDigest: {
		message: 'was signed with too weak a digest.',
		hint: 'Have a certificate made for this use, by an authority that may.',
	},
	certNotAccepted: {
		message: ({ code }: { readonly code: string }) => `is not accepted (${code}).`,
		hint: 'Have a certificate made for this use, by an authority that may.',
	},
	tlsHandshakeRefused: ({ what, peer }: { readonly what: string; readonly peer: string }) =>
		`No TLS with ${peer}: it ${what}`,
	tlsBroken: ({ what, peer }: { readonly what: string; readonly peer: string }) => `TLS with ${peer} ended: it ${what}`,
	certRefused: ({ what, peer }: { readonly what: string; readonly peer: string }) =>
		`The certificate of ${peer} ${what}`,
	certWrongName: ({
		what,
		peer,
		names,
		expected,
	}: {
		readonly what: string;
		readonly peer: string;
		readonly names: string;
		readonly expected: string;
	}) => `The certificate of ${peer} ${what} It is for ${names}, and not for ${expected}.`,
	certNoName: 'no name at all',
	certWhy: ({ what }: { readonly what: string }) => `it ${what}`,
	certNotAsked: 'nobody asked for it.',
	tlsNoProtocol: 'no ALPN',
	tlsProtocol: ({ alpn }: { readonly alpn: string }) => `ALPN ${alpn}`,
	tlsNoServerName: 'no name asked for (SNI)',
	tlsServerName: ({ name }: { readonly name: string }) => `name asked for (SNI) ${name}`,
	tlsPeerShowedNone: 'The peer showed no certificate.',
	tlsPeerNoSubject: 'without a name',
	tlsPeerVerified: ({ subject, fingerprint }: { readonly subject: string; readonly fingerprint: string }) =>
		`The peer's certificate is ${subject}, SHA-256 ${fingerprint}, verified.`,
	tlsPeerUnverified: ({
		subject,
		fingerprint,
		why,
	}: {
		readonly subject: string;
		readonly fingerprint: string;
		readonly why: string;
	}) => `The peer's certificate is ${subject}, SHA-256 ${fingerprint}, not verified: ${why}`,
	tlsAgreed: ({
		version,
		cipher,
		alpn,
		name,
		peer,
	}: {
		readonly version: string;
		readonly cipher: string;
		readonly alpn: string;
		readonly name: string;
		readonly peer: string;
	}) => `TLS: ${version}, ${cipher}, ${alpn}, ${name}. ${peer} The capture contains the plaintext.`,
};
