import { HYPER_CONVERGED_GATES, HyperConvergedAnnotation } from '../facts';
import { type FeatureGates, GateAuthor } from './feature-gates';

const DEVELOPER_CONFIGURATION = 'spec.configuration.developerConfiguration';
const RESERVATION_SETTING = 'persistentReservationConfiguration.enabled: true';

/** Who says that a gate is off: a relative clause. */
export function gateIsOff({ author }: FeatureGates): string {
  return author === GateAuthor.PROFILE ? 'which is not on as the ClusterProfile has it' : `which ${author} does not enable`;
}

/** What switches a gate on: a sentence. */
export function gateRemedy(gate: string, gates: FeatureGates): string {
  switch (gates.author) {
    case GateAuthor.HYPER_CONVERGED:
      return hyperConvergedRemedy(gate, gates);
    case GateAuthor.PROFILE:
      return `Have ${gate} switched on in the cluster, and add it to featureGates of the ClusterProfile.`;
    default:
      return kubevirtRemedy(gate, gates);
  }
}

function kubevirtRemedy(gate: string, gates: FeatureGates): string {
  if (gates.hasSetting(gate)) {
    return `Set spec.configuration.${RESERVATION_SETTING} in the KubeVirt object.`;
  }
  return gates.isSwitchedOff(gate)
    ? `Remove ${gate} from ${DEVELOPER_CONFIGURATION}.disabledFeatureGates of the KubeVirt object.`
    : `Add ${gate} to ${DEVELOPER_CONFIGURATION}.featureGates of the KubeVirt object.`;
}

function hyperConvergedRemedy(gate: string, gates: FeatureGates): string {
  if (gates.hasSetting(gate)) {
    return `Set spec.storage.${RESERVATION_SETTING} in v1 of the HyperConverged object.`;
  }
  const name = Object.keys(HYPER_CONVERGED_GATES).find((known) => HYPER_CONVERGED_GATES[known].gates.includes(gate));
  return name === undefined
    ? `The HyperConverged object has no switch for ${gate}: add it with a patch in its annotation ${HyperConvergedAnnotation.PATCHES}.`
    : `Switch ${name} on in spec.featureGates of the HyperConverged object.`;
}
