/** The ports of both ends, from their addresses: none for Unix sockets. */
export function portsOf({ local, remote }: { readonly local: string; readonly remote: string }): readonly number[] {
	return [local, remote].flatMap((address) => {
		const port = /:(\d{1,5})$/.exec(address)?.[1];
		return port === undefined ? [] : [Number(port)];
	});
}
