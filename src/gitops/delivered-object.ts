import { groupIn, keepsData } from '../facts';
import { waveOf } from './sync-waves';

/** An object that is delivered. */
export interface DeliveredObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata?: {
    readonly name?: string;
    readonly generateName?: string;
    readonly namespace?: string;
    readonly annotations?: Record<string, string>;
  };
  readonly [field: string]: unknown;
}

/** The wave in which an object is applied. */
export function waveOfObject({ apiVersion, kind, metadata }: DeliveredObject): number {
  return waveOf({ group: groupIn(apiVersion), kind, annotations: metadata?.annotations ?? {} });
}

/** Whether an object takes data with it when it is deleted. */
export function hasData({ apiVersion, kind }: DeliveredObject): boolean {
  return keepsData(groupIn(apiVersion), kind);
}
