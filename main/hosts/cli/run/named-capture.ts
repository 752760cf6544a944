import { WirebenchError } from '../../../../common/contract/base/errors.ts';

/** Opens a capture that a person named. An unreadable one is not a usage error. */
export async function openNamed<T>(open: () => Promise<T>): Promise<T> {
	try {
		return await open();
	} catch (error) {
		if (!(error instanceof WirebenchError) || error.code !== 'bad-input') throw error;
		throw new WirebenchError('not-found', error.message, error.details);
	}
}
