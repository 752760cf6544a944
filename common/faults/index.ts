export { Chance } from './chance.ts';
export { describeProxyFaults } from './describe.ts';
export { type ByteLimit, byteLimit } from './limit.ts';
export { Slices } from './slices.ts';
export { UnitFaults } from './unit-faults.ts';
