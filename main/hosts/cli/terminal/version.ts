import manifest from '../../../../package.json' with { type: 'json' };

/** Wirebench's version, as the package has it. */
export const VERSION = manifest.version;
