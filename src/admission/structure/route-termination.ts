import { isObject, type Manifest, routeMode } from '../../graph';
import type { StructureFault } from './structure-fault';

/**
 * Whether a fault is about a termination of a Route that OpenShift understands: its API server fills in `edge`, and turns the
 * capitals of old Routes into small letters. The CustomResourceDefinition, which MicroShift has in its place, does not.
 *
 * Source: pkg/route/defaulting/defaults.go in openshift/library-go.
 */
export function isUnderstoodTermination({ path }: StructureFault, manifest: Manifest): boolean {
  if (path !== 'spec.tls.termination' || manifest.kind !== 'Route') {
    return false;
  }
  const tls = isObject(manifest.spec) ? manifest.spec.tls : undefined;
  return isObject(tls) && routeMode(tls) !== undefined;
}
