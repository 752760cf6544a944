import type { CertificateAuthority } from '../../engine/core/types.ts';
import { Authority } from '../../engine/index.ts';
import { tlsFolder } from './data-folder.ts';

/** Wirebench's certificate authority in a data folder. */
export function authorityOf(dataFolder: string): CertificateAuthority {
	return new Authority(tlsFolder(dataFolder));
}
