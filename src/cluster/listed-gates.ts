import { Arguments } from '../errors';
import { FEATURE_GATES, HYPER_CONVERGED_GATES } from '../facts';

/** The names under which a KubeVirt or a HyperConverged object lists gates. */
const NAMES = [...FEATURE_GATES, ...Object.keys(HYPER_CONVERGED_GATES)];

/**
 * The gates that a cluster has switched on, each once and in order.
 *
 * @param subject the factory that is called
 * @param gates as they are passed
 * @param unsupportedVersion a release that the library does not know, and that may have gates which it does not know either
 */
export function listedGates(subject: string, gates: readonly string[], unsupportedVersion: string | undefined): string[] {
  const index = gates.findIndex((gate) => unsupportedVersion === undefined && !NAMES.includes(gate));
  if (index >= 0) {
    refuse(subject, index, gates[index]);
  }
  return [...new Set(gates)].sort();
}

function refuse(subject: string, index: number, gate: string): never {
  const meant = NAMES.find((name) => name.toLowerCase() === gate.toLowerCase());
  const remedy =
    meant === undefined
      ? 'Pass the names that spec.configuration.developerConfiguration.featureGates of the KubeVirt object has.'
      : `Pass '${meant}'.`;
  const rule = 'no release of KubeVirt that this library knows has a feature gate of this name';
  return new Arguments(subject).refuse('feature-gate-unknown', `options.featureGates[${index}]`, JSON.stringify(gate), rule, remedy);
}
