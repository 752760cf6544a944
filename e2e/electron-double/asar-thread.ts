/** Imported first by the threads of a bundle that runs out of an archive. */
import { readFromArchives } from './asar.ts';

readFromArchives();
