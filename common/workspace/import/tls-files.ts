const file = (path: string) => ({ from: 'file' as const, path });

/** The files of a TLS side by their paths: whom it trusts, and what it shows. */
export function tlsFiles({
	ca,
	cert,
	key,
}: {
	readonly ca?: string | undefined;
	readonly cert: string | undefined;
	readonly key: string | undefined;
}) {
	const own = key === undefined ? {} : { key: file(key) };
	return {
		...(ca === undefined ? {} : { ca: file(ca) }),
		...(cert === undefined ? {} : { identity: { from: 'own' as const, cert: file(cert), ...own } }),
	};
}
