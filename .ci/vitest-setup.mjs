import { ensureBuilt } from '../main/hosts/launch/build.mjs';

export async function setup() {
	await ensureBuilt();
}
