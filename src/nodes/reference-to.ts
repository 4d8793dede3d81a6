import type { ObjectReference } from '../imports';
import type { IRemediationTemplate } from './remediation-template';

/** How a health check refers to a template. */
export function referenceTo({ apiVersion, kind, namespace, name }: IRemediationTemplate): ObjectReference {
  return { apiVersion, kind, namespace, name };
}
