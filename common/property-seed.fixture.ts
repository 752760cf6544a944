import fc from 'fast-check';
import { byTier } from './tier.fixture.ts';

/**
 * Properties use the same inputs in each run of the default tier, so that a failure comes from the change that is tested.
 * The deep tier looks for new ones: a failure prints its seed.
 */
const seed = byTier<number | undefined>(20_261_129, undefined);
if (seed !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
