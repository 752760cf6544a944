interface PemText {
	readonly from: 'text';
	readonly pem: string;
}

/** An identity as a config has it, with its texts. */
interface Identity {
	readonly from: 'own';
	readonly cert: PemText;
	readonly key: PemText;
}

async function make(): Promise<Identity> {
	// Making certificates loads much, which other commands do not need.
	const { makeCertificate } = await import('../tls/make-certificate.ts');
	const { cert, key } = await makeCertificate({ names: ['localhost'], key: 'rsa' });
	return { from: 'own', cert: { from: 'text', pem: cert }, key: { from: 'text', pem: key } };
}

let made: Promise<Identity> | undefined;

/** A certificate with an RSA key, as a person may bring one, signed by itself. It is made once: that takes a while. */
export function rsaIdentity(): Promise<Identity> {
	made ??= make();
	return made;
}
