export { listInterfaces } from './addresses/interfaces.ts';
export { lookAtReplyFile } from './answers/reply-file.ts';
export { freePort } from './checks/free-port.ts';
export { portLeft } from './checks/port-left.ts';
export { portOwners } from './checks/port-owners.ts';
export { probePort } from './checks/probe.ts';
export { stopOwner } from './checks/stop-owner.ts';
export { checkEndpoint } from './control/check-endpoint.ts';
export { createEngine } from './control/engine.ts';
export type { Engine } from './core/types.ts';
export { unavailableKinds } from './kinds/index.ts';
export { compileSequence } from './protocol-tests/compile.ts';
export { type RunningSequence, startSequence } from './protocol-tests/run.ts';
export { startReplay } from './replay/run.ts';
export { checkScript } from './script/check.ts';
export type { Finding, Speech } from './self-test/index.ts';
export { PROCESS_NAMES, type TemplateNames } from './templates/draws.ts';
export { Authority } from './tls/index.ts';

/** Loads the self-tests, which most runs do not need. */
export const loadSelfTests = () => import('./self-test/index.ts');
