import { ANSWER, ASK } from './calls.ts';
import { makeChecks } from './checks.ts';
import { install } from './install.ts';
import { makePacking } from './pack.ts';
import { makeText } from './text.ts';

/** The handlers that a script may define. */
const HANDLERS = ['onOpen', 'onMessage', 'onEnd', 'onClose'] as const;

/**
 * Source of an interpreter function that takes the host's functions and returns the entries. Its functions are those
 * that are tested here, as text.
 */
export const GUEST_SOURCE = `(function (host, convert) {
'use strict';
const text = (${makeText})(convert);
const packing = (${makePacking})(text.view8);
const checks = (${makeChecks})(text.view8);
return (${install})(host, ${JSON.stringify(ASK)}, ${JSON.stringify(ANSWER)}, text, packing, checks);
})`;

/** Source of the handlers that a script has defined: as functions, or as constants with functions. */
export const HANDLERS_SOURCE = `({${HANDLERS.map(
	(name) => `${name}: typeof ${name} === 'function' ? ${name} : undefined`,
).join(', ')}})`;
