import { useEffect, useMemo, useState } from 'react';
import {
	type CodeProgram,
	programOfConfig,
	programOfPayload,
	programOfRecording,
	programOfTest,
} from '../../../common/code/index.ts';
import { messageOf } from '../../../common/contract/base/message-of.ts';
import { type EndpointConfig, endpointConfigSchema } from '../../../common/endpoints/index.ts';
import { captureParam } from '../../app/state/capture/viewed.ts';
import { session } from '../../app/state/host/session.ts';
import type { CodeSource } from '../../app/state/window/dialogs.ts';
import { dialogWords } from '../../words/dialogs.ts';

/** A program before it has a language; or why there is none; or neither, while it is read. */
interface Described {
	readonly program?: CodeProgram;
	readonly fault?: string;
}

function ofConfig(source: Extract<CodeSource, { of: 'endpoint' }>): Described {
	const program = programOfConfig(endpointConfigSchema.parse(source.config));
	const { place } = program;
	if (!('port' in place) || place.port !== 0 || source.port === undefined) return { program };
	// The port that the system has chosen: a client of it is known by that one.
	return { program: { ...program, place: { ...place, port: source.port } } };
}

function ofTest({ test }: Extract<CodeSource, { of: 'test' }>): Described {
	const program = programOfTest(test);
	return 'unwritten' in program ? { fault: dialogWords().code.unwritten(program.unwritten) } : { program };
}

/** A source that is at hand as a whole; undefined for one that the host has to read. */
function ofKnown(source: CodeSource, client: EndpointConfig): Described | undefined {
	switch (source.of) {
		case 'endpoint':
			return ofConfig(source);
		case 'payload':
			return { program: programOfPayload(source.payload, client) };
		case 'test':
			return ofTest(source);
		case 'connection':
			return undefined;
	}
}

/** Describes what a source does. `client`: what sends a payload. */
export function useDescribed(source: CodeSource, client: EndpointConfig): Described {
	const known = useMemo(() => ofKnown(source, client), [source, client]);
	const [read, setRead] = useState<{ readonly of: CodeSource; readonly described: Described }>();
	useEffect(() => {
		if (source.of !== 'connection') return;
		let isOver = false;
		const show = (described: Described): void => {
			if (!isOver) setRead({ of: source, described });
		};
		session
			.call('captureRecording', { connection: source.connection, ...captureParam(source.capture) })
			.then((recording) => {
				const program = programOfRecording(recording);
				show(program === undefined ? { fault: dialogWords().code.noPlace } : { program });
			})
			.catch((error: unknown) => show({ fault: messageOf(error) }));
		return () => {
			isOver = true;
		};
	}, [source]);
	if (known !== undefined) return known;
	return read?.of === source ? read.described : {};
}
