import { WirebenchError } from '../../../../common/contract/base/errors.ts';

/** Opens a capture that a person named. One that cannot be read is no fault of the command line: it has been understood. */
export async function openNamed<T>(open: () => Promise<T>): Promise<T> {
	try {
		return await open();
	} catch (error) {
		if (!(error instanceof WirebenchError) || error.code !== 'bad-input') throw error;
		throw new WirebenchError('not-found', error.message, error.details);
	}
}
