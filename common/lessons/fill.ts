/** The endpoint of a lesson, as its texts name it. */
export interface LessonEndpoint {
	readonly host: string;
	readonly port: number;
	/** Its name. */
	readonly endpoint: string;
}

function replaced(text: string, { host, port, endpoint }: { readonly [K in keyof LessonEndpoint]: string }): string {
	return text.replaceAll('{host}', host).replaceAll('{port}', port).replaceAll('{endpoint}', endpoint);
}

/** A text or a program of a lesson, with the address of its endpoint. */
export function filled(text: string, at: LessonEndpoint): string {
	return replaced(text, { ...at, port: String(at.port) });
}

/** A filter of a lesson: the name and the host of its endpoint stand in quotes. */
export function filledFilter(filter: string, at: LessonEndpoint): string {
	const quoted = (name: string) => `"${name.replaceAll(/["\\]/g, '\\$&')}"`;
	return replaced(filter, { host: quoted(at.host), port: String(at.port), endpoint: quoted(at.endpoint) });
}
