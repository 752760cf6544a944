import { writeFileSync } from 'node:fs';

/** Keeps what the JSON report leaves out: faults of no test, as of a process that was killed by a signal. */
export default class FaultsReporter {
	onTestRunEnd(_modules, errors) {
		const file = process.env.WIREBENCH_FAULTS;
		if (file === undefined) throw new Error('WIREBENCH_FAULTS says where the faults are written.');
		const messages = errors.map(({ message, cause }) =>
			cause === undefined ? message : `${message} ${cause.message}`,
		);
		writeFileSync(file, JSON.stringify(messages));
	}
}
