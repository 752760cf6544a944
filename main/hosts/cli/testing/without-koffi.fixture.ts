import { registerHooks } from 'node:module';

/** Preloaded in a process of its own: the optional package that calls the C library is missing there. */
registerHooks({
	resolve(specifier, context, next) {
		if (!specifier.startsWith('@koromix/')) return next(specifier, context);
		throw Object.assign(new Error(`Cannot find module '${specifier}'`), { code: 'MODULE_NOT_FOUND' });
	},
});
