import {
  SAFE_TIME_DEFAULTS,
  type SafeTimeInputs,
  SELF_NODE_REMEDIATION_CONFIG_NAME,
  SELF_NODE_REMEDIATION_GROUP,
  secondsOfGoDuration,
} from '../facts';

import { isObject, type Manifest } from './manifest';
import type { ManifestGraph } from './manifest-graph';

/** A SelfNodeRemediationConfig as the rules see it. */
export interface SelfNodeRemediationConfigView {
  readonly manifest: Manifest;
  readonly spec: Record<string, any>;
}

export function selfNodeRemediationConfigs(graph: ManifestGraph): SelfNodeRemediationConfigView[] {
  return graph
    .ofKind(SELF_NODE_REMEDIATION_GROUP, 'SelfNodeRemediationConfig')
    .map((manifest) => ({ manifest, spec: isObject(manifest.spec) ? manifest.spec : {} }));
}

/** What the one configuration of the cluster says, which has a fixed name; nothing when it is not among the manifests. */
export function configuredSpec(graph: ManifestGraph): Record<string, any> {
  const configs = graph.ofKind(SELF_NODE_REMEDIATION_GROUP, 'SelfNodeRemediationConfig');
  const spec = configs.find(({ metadata }) => metadata?.name === SELF_NODE_REMEDIATION_CONFIG_NAME)?.spec;
  return isObject(spec) ? spec : {};
}

/** What the safe time is calculated from, with the defaults for what the spec leaves out. */
export function safeTimeInputs(spec: Record<string, any>): SafeTimeInputs {
  const seconds = (field: 'apiCheckInterval' | 'apiServerTimeout' | 'peerDialTimeout' | 'peerRequestTimeout') =>
    secondsOfGoDuration(spec[field]) ?? SAFE_TIME_DEFAULTS[field];
  const { maxApiErrorThreshold } = spec;
  return {
    ...SAFE_TIME_DEFAULTS,
    apiCheckInterval: seconds('apiCheckInterval'),
    apiServerTimeout: seconds('apiServerTimeout'),
    maxApiErrorThreshold: typeof maxApiErrorThreshold === 'number' ? maxApiErrorThreshold : SAFE_TIME_DEFAULTS.maxApiErrorThreshold,
    peerDialTimeout: seconds('peerDialTimeout'),
    peerRequestTimeout: seconds('peerRequestTimeout'),
  };
}
