import type { StructureInput } from '../document/schema.ts';
import { device } from './device.ts';
import { imu } from './imu.ts';
import { records } from './records.ts';
import { rtp } from './rtp.ts';
import { tlv } from './tlv.ts';

/** Structures to begin with, in the order in which they are shown. */
export const STRUCTURE_SAMPLES: readonly StructureInput[] = [device, tlv, imu, rtp, records];
