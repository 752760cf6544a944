/**
 * The Set-Cookie values that delete cookies of earlier versions: those held the token of an ended run, and are sent
 * with every request to this host name. `header` is a Cookie header (RFC 6265 section 4.2).
 */
export function deleteOldCookies(header: string | undefined): string[] {
	return [...(header ?? '').matchAll(/(?:^|; *)(wirebench-\d{1,5})=/g)].map(
		([, name]) => `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict`,
	);
}
