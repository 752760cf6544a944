import type { CodeForward, CodePlace, CodeTls } from '../description/program.ts';

/** A tool of the shell: how it connects, listens and sends; undefined where it cannot. */
export interface Tool {
	/** Connects, sends its input, and prints what it receives. */
	readonly client: (place: CodePlace, tls: CodeTls | undefined) => string | undefined;
	/** Serves one client after the other: sends what `command` prints when a client connects. */
	readonly greeter: (place: CodePlace, command: string) => readonly string[] | undefined;
	/** Sends back what each client sends. */
	readonly echo: (place: CodePlace) => string | undefined;
	/** Passes on what each client sends to a target. */
	readonly proxy: (place: CodePlace, task: CodeForward) => string | undefined;
	/** Its clients have TLS, and nothing else; others leave it out. */
	readonly secures?: true;
}
