/** `label`: the name of what it made, or was to make. */
interface Labelled {
	readonly label: string;
}
interface LabelledOption extends Labelled {
	readonly option: string;
}

/** What of another program's file or command line was not taken over, or not as it was. */
export const importNotes = {
	operatorLeftOut: ({ label, operator }: Labelled & { readonly operator: string }) =>
		`${label}: what stands behind ${operator} was left out.`,
	curlWithoutUrl: ({ url }: { readonly url: string }) =>
		`curl ${url}: it has no URL of http, https or telnet: it was left out.`,
	onlyFirstUrl: ({ label, url }: Labelled & { readonly url: string }) =>
		`${label}: only the first URL was taken over, not ${url}.`,
	optionUnknown: ({ label, option }: LabelledOption) => `${label}: ${option} is not known and was left out.`,
	optionLeftOut: ({ label, option }: LabelledOption) => `${label}: ${option} was left out.`,
	userAsHeader: ({ label }: Labelled) =>
		`${label}: write the name and the password of --user as the header Authorization.`,
	curlProxyLeftOut: ({ label, proxy }: Labelled & { readonly proxy: string }) =>
		`${label}: the proxy ${proxy} was left out: it is http or socks5.`,
	tlsOverUnix: ({ label }: Labelled) => `${label}: TLS over a Unix socket is not possible: it was left out.`,
	fileLeftOut: ({ label, file, option }: LabelledOption & { readonly file: string }) =>
		`${label}: the file ${file} of ${option} was left out.`,
	noAddress: ({ label }: Labelled) => `${label}: it has no address: it was left out.`,
	listensOnAll: ({ label }: Labelled) => `${label}: it listens on all interfaces there, and on 127.0.0.1 here.`,
	netcatProxyLeftOut: ({ label, proxy }: Labelled & { readonly proxy: string }) =>
		`${label}: the proxy ${proxy} was left out: it is HOST:PORT of an HTTP or a SOCKS5 proxy.`,
	namedOptionLeftOut: ({ label, option }: LabelledOption) => `${label}: the option ${option} was left out.`,
	noCounterpart: ({ label, type }: Labelled & { readonly type: string }) =>
		`${label}: ${type} has no counterpart and was left out.`,
	noEndpointForThese: ({ label }: Labelled) => `${label}: there is no endpoint for these addresses: it was left out.`,
	lineLeftOut: ({ label }: Labelled) => `${label}: it was left out.`,
	endpointLeftOut: ({ label, reason }: Labelled & { readonly reason: string }) =>
		`${label}: it was left out: ${reason}`,
	payloadLeftOut: ({ label, reason }: Labelled & { readonly reason: string }) =>
		`${label}: its bytes were left out: ${reason}`,
	packetNotVerified: ({ label }: Labelled) =>
		`${label}: Packet Sender does not verify a server unless a setting of it says so; Wirebench does.`,
	packetWithoutSection: ({ label }: Labelled) => `${label}: the file has no section for it: it was left out.`,
	packetRepeated: ({ label, seconds }: Labelled & { readonly seconds: number }) =>
		`${label}: it is sent every ${seconds} s there; choose the repetition when you send it.`,
	packetOddDigits: ({ label }: Labelled) => `${label}: its bytes have an odd number of digits: a 0 was put in front.`,
	packetProtocol: ({ label, protocol }: Labelled & { readonly protocol: string }) =>
		`${label}: ${protocol} is neither TCP, UDP, SSL nor HTTP: only its bytes were taken over.`,
	packetWithoutPlace: ({ label }: Labelled) => `${label}: it names no destination: only its bytes were taken over.`,
	proxyAddresses: ({ label }: Labelled) => `${label}: its addresses are not HOST:PORT: it was left out.`,
	proxySwitchedOff: ({ label }: Labelled) =>
		`${label}: it is switched off there; here every endpoint is stopped until it is started.`,
	oneToxicOnly: ({ label, toxic }: Labelled & { readonly toxic: string }) =>
		`${label}: only one ${toxic} in a direction is possible: the first was taken over.`,
	toxicNoNumbers: ({ label, toxic }: Labelled & { readonly toxic: string }) =>
		`${label}: the toxic ${toxic} has attributes that are no numbers: it was left out.`,
	noBandwidth: ({ label }: Labelled) =>
		`${label}: a bandwidth of 0 was left out: use the fault timeout to let nothing through.`,
	slicerDelay: ({ label, us, ms }: Labelled & { readonly us: number; readonly ms: number }) =>
		`${label}: the slicer's delay of ${us} µs became ${ms} ms.`,
	noFaultLike: ({ label, toxic }: Labelled & { readonly toxic: string }) =>
		`${label}: there is no fault like the toxic ${toxic}: it was left out.`,
};
