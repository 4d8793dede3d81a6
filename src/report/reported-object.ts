import { valueText } from '../facts';
import type { ReportedObject } from './audit-report';

/** What a report says of the object that a manifest is of, whatever stands there. */
export function reportedObject(manifest: unknown): ReportedObject {
  const { apiVersion, kind, metadata } = Object(manifest) as Record<string, any>;
  const text = (value: unknown) => (value === undefined || value === null ? undefined : valueText(value));
  return {
    apiVersion: text(apiVersion) ?? '',
    kind: text(kind) ?? '',
    namespace: text(metadata?.namespace),
    name: text(metadata?.name),
  };
}
