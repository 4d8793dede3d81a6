import { floatValue, isJson, TLS_CIPHERS } from '../facts';
import { isObject, type Manifest, objectsOf } from '../graph';
import { certificateFaults, firstDuration } from './certificate-order';
import { nearest } from './did-you-mean';

/** What KubeVirt's operator refuses of its own configuration. */
export interface KubevirtFault {
  readonly path: string;
  readonly value: unknown;
  /** What is wrong: a clause. */
  readonly message: string;
  readonly remedy: string;
}

type Fields = Record<string, any>;

const TLS = 'spec.configuration.tlsConfiguration';
const SECCOMP = 'spec.configuration.seccompConfiguration.virtualMachineInstanceProfile';
const SELF_SIGNED = 'spec.certificateRotateStrategy.selfSigned';
const HOUR = 3600;
/** Without one, certificates are renewed when a fifth of their time is left. */
const DEFAULT_REST = 0.2;

/** The faults of a KubeVirt object; gates are listed twice only where the release knows both lists. */
export function kubevirtFaults({ spec }: Manifest, hasDisabledGates: boolean): KubevirtFault[] {
  const given = fieldsOf(spec);
  const configuration = fieldsOf(given.configuration);
  return [
    ...cipherFaults(fieldsOf(configuration.tlsConfiguration)),
    ...profileFaults(configuration.seccompConfiguration?.virtualMachineInstanceProfile),
    ...ratioFaults(configuration.additionalGuestMemoryOverheadRatio),
    ...replicaFaults(given.infra?.replicas),
    ...patchFaults(given.customizeComponents?.patches),
    ...rotationFaults(given.certificateRotateStrategy?.selfSigned),
    ...(hasDisabledGates ? gateFaults(fieldsOf(configuration.developerConfiguration)) : []),
  ];
}

function cipherFaults({ minTLSVersion, ciphers: value }: Fields): KubevirtFault[] {
  if (!Array.isArray(value) || value.length === 0) {
    return [];
  }
  if (!minTLSVersion || minTLSVersion === 'VersionTLS13') {
    const message = 'TLS 1.3, which is the least that is taken, has no choice of ciphers';
    return [{ path: `${TLS}.ciphers`, value, message, remedy: 'Remove ciphers, or set minTLSVersion: VersionTLS12.' }];
  }
  return value.flatMap((cipher, index) =>
    TLS_CIPHERS.includes(cipher)
      ? []
      : [{ path: `${TLS}.ciphers[${index}]`, value: cipher, message: 'there is no such cipher', remedy: nearestCipher(cipher) }],
  );
}

function nearestCipher(cipher: unknown): string {
  return `Use the name of a cipher, such as ${nearest(String(cipher), TLS_CIPHERS) ?? TLS_CIPHERS[0]}.`;
}

function profileFaults(profile: unknown): KubevirtFault[] {
  if (!isObject(profile)) {
    return [];
  }
  const path = `${SECCOMP}.customProfile`;
  const { customProfile: value } = profile;
  if (!isObject(value)) {
    return [{ path, value, message: 'a profile of instances without it is none', remedy: 'Add customProfile, or remove the profile.' }];
  }
  const message = 'localhostProfile and runtimeDefaultProfile exclude each other';
  return value.localhostProfile !== undefined && value.runtimeDefaultProfile === true
    ? [{ path, value, message, remedy: 'Keep one of them.' }]
    : [];
}

function ratioFaults(value: unknown): KubevirtFault[] {
  const isRatio = typeof value !== 'string' || (floatValue(value) ?? 0) >= 1;
  const path = 'spec.configuration.additionalGuestMemoryOverheadRatio';
  return isRatio ? [] : [{ path, value, message: 'this is not a number from 1 on', remedy: 'Set it to 1 or more, e.g. "1.5".' }];
}

function replicaFaults(value: unknown): KubevirtFault[] {
  return value === 0
    ? [{ path: 'spec.infra.replicas', value, message: 'without any, nothing makes VMs run', remedy: 'Set it to 2, or leave it out.' }]
    : [];
}

function patchFaults(patches: unknown): KubevirtFault[] {
  return objectsOf(patches).flatMap(({ patch: value }, index) =>
    typeof value !== 'string' || isJson(value)
      ? []
      : [
          {
            path: `spec.customizeComponents.patches[${index}].patch`,
            value,
            message: 'this is no JSON',
            remedy: 'Write the patch as JSON.',
          },
        ],
  );
}

/** The deprecated intervals count where both kinds are given, and both together are refused anyway. */
function rotationFaults(value: unknown): KubevirtFault[] {
  if (!isObject(value)) {
    return [];
  }
  const { caRotateInterval, certRotateInterval, caOverlapInterval } = value;
  const [ca, server] = [fieldsOf(value.ca), fieldsOf(value.server)];
  const isOld = [caRotateInterval, certRotateInterval, caOverlapInterval].some((interval) => interval !== undefined);
  const caTime = firstDuration(caRotateInterval, ca.duration) ?? 7 * 24 * HOUR;
  const time = firstDuration(certRotateInterval, server.duration) ?? 24 * HOUR;
  const times = {
    ca: caTime,
    caRest: firstDuration(caOverlapInterval, ca.renewBefore) ?? caTime * DEFAULT_REST,
    server: time,
    serverRest: firstDuration(server.renewBefore) ?? time * DEFAULT_REST,
  };
  const both = { message: 'ca and server exclude the deprecated intervals', remedy: 'Remove the intervals.' };
  const isTwice = isOld && (isObject(value.ca) || isObject(value.server));
  return [...(isTwice ? [both] : []), ...certificateFaults(times)].map((fault) => ({ path: SELF_SIGNED, value, ...fault }));
}

function gateFaults({ featureGates: value, disabledFeatureGates }: Fields): KubevirtFault[] {
  const [on, off] = [value, disabledFeatureGates].map((gates) => (Array.isArray(gates) ? gates : []));
  const both = on.filter((gate) => off.includes(gate));
  const path = 'spec.configuration.developerConfiguration.featureGates';
  return both.length === 0
    ? []
    : [{ path, value, message: `disabledFeatureGates has ${both.join(' and ')} as well`, remedy: 'Keep each gate in one list.' }];
}

function fieldsOf(value: unknown): Fields {
  return isObject(value) ? value : {};
}
