/** Cookies go to every port of a host name: the port in the name keeps two Wirebenches apart. */
export function cookieName(port: number): string {
	return `wirebench-${port}`;
}

/** The Set-Cookie value: for this run of the browser, out of reach of scripts and of requests from other sites. */
export function setCookie(name: string, value: string): string {
	return `${name}=${value}; Path=/; HttpOnly; SameSite=Strict`;
}

/** Every value that a Cookie header (RFC 6265 section 4.2) has for a name: there can be one for each path. */
export function cookieValues(header: string | undefined, name: string): string[] {
	return (header ?? '')
		.split(';')
		.map((pair) => pair.trim())
		.filter((pair) => pair.startsWith(`${name}=`))
		.map((pair) => pair.slice(name.length + 1));
}
