import type { ClusterProfile } from '../cluster';
import type { ManifestGraph } from '../graph';

/** What there is to know about the surroundings of a manifest. */
export interface AdmissionContext {
  readonly graph: ManifestGraph;
  readonly cluster: ClusterProfile;
}
