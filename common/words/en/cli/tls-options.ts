/** Options of TLS, and what is wrong with them. */
export const tlsOptions = {
	cert: 'certificate, and behind it those that signed it, in PEM',
	key: 'its private key in PEM; left out: it is in the file of the certificate',
	passphraseFile: 'file whose first line is the passphrase of the key',
	names: 'names and addresses of a made certificate, with commas between',
	flaw: 'make a certificate that is wrong',
	clientCert: 'certificate of the client',
	clientCa: 'whose clients are trusted; left out: those of Wirebench’s authority',
	made: 'show a made certificate for these names',
	ca: 'trust this CA too, besides those of the system and Wirebench’s own',
	servername: 'name to ask for (SNI) and to verify; left out: the host',
	insecure: 'connect to a server that cannot be trusted, too',
	alpn: 'application protocols, best first, with commas between',
	min: 'oldest version (default TLSv1.2)',
	max: 'newest version (default TLSv1.3)',
	ciphers: 'ciphers in OpenSSL’s notation',
	handshakeTimeout: 'for the whole handshake (default 10000)',
	needs: (option: string, other: string) => `${option} needs ${other}.`,
	passphrase: (path: string, why: string) => `The passphrase file ${path} cannot be read (${why}).`,
	/** For a proxy. */
	proxy: {
		cert: 'tls:// to listen on: certificate in PEM; left out: one is made',
		ca: 'tls:// as target: trust this CA too',
		servername: 'name to ask the target for (SNI) and to verify; left out: its host',
		insecure: 'connect to a target that cannot be trusted, too',
		forListening: (option: string) => `${option} and its like are for listening on tls://HOST:PORT.`,
		forTarget: (option: string) => `${option} and its like are for a target tls://HOST:PORT.`,
	},
	/** For a recorded conversation. */
	place: {
		ca: 'client with TLS: trust this CA too',
		insecure: 'client with TLS: connect to a server that cannot be trusted, too',
		cert: 'with TLS: its own certificate in PEM; left out: a server’s is made',
		onlyTls: 'Options of TLS are for an address of tls://HOST:PORT.',
	},
};
