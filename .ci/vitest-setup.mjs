import { ensureBuilt } from '../main/hosts/launch/build.mjs';
import { preferInterpreter } from './python.mjs';

export async function setup() {
	preferInterpreter();
	await ensureBuilt();
}
