import { writeFileSync } from 'node:fs';

/** Collects what the JSON report leaves out: errors outside of tests, such as a process killed by a signal. */
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
