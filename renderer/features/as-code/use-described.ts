import { useEffect, useState } from 'react';
import { type CodeProgram, programOfConfig, programOfRecording } from '../../../common/code/index.ts';
import { messageOf } from '../../../common/contract/base/message-of.ts';
import { endpointConfigSchema } from '../../../common/endpoints/index.ts';
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

/** Describes what an endpoint or a recorded conversation does. */
export function useDescribed(source: CodeSource): Described {
	const [described, setDescribed] = useState<Described>(() => (source.of === 'endpoint' ? ofConfig(source) : {}));
	useEffect(() => {
		if (source.of === 'endpoint') return setDescribed(ofConfig(source));
		let isOver = false;
		const show = (read: Described): void => {
			if (!isOver) setDescribed(read);
		};
		session
			.call('captureRecording', { connection: source.connection, ...captureParam(source.capture) })
			.then((recording) => {
				const program = programOfRecording(recording);
				show(program === undefined ? { fault: dialogWords().asCode.noPlace } : { program });
			})
			.catch((error: unknown) => show({ fault: messageOf(error) }));
		return () => {
			isOver = true;
		};
	}, [source]);
	return described;
}
