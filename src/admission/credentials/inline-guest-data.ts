import { InstanceAnnotation, parsedJson } from '../../facts';
import { isObject, type VirtualMachineView } from '../../graph';
import { type CloudInitData, cloudInitVolumes, NETWORK_DATA, USER_DATA } from '../cloud-init';
import type { GuestCredential } from './guest-credential';
import { networkDataCredentials, userDataCredentials } from './guest-credentials';
import { ignitionCredentials } from './ignition';

/** Data of the first boot that stand in the manifest of a VM, with the credentials that they hold. */
export interface InlineGuestData {
  /** Manifest path of the field. */
  readonly path: string;
  readonly value: string;
  /** The field that takes the name of a Secret instead. */
  readonly reference: string;
  readonly credentials: readonly GuestCredential[];
}

const known = new WeakMap<VirtualMachineView, readonly InlineGuestData[]>();

/** The data of the first boot that stand in a VM: user data, network data, Ignition. Those in Secrets do not. */
export function inlineGuestData(vm: VirtualMachineView): readonly InlineGuestData[] {
  let data = known.get(vm);
  if (data === undefined) {
    data = [
      ...cloudInitData(vm, USER_DATA, userDataCredentials),
      ...cloudInitData(vm, NETWORK_DATA, networkDataCredentials),
      ...ignitionData(vm),
    ];
    known.set(vm, data);
  }
  return data;
}

function cloudInitData(vm: VirtualMachineView, data: CloudInitData, judge: (text: string) => GuestCredential[]): InlineGuestData[] {
  return cloudInitVolumes(vm).flatMap(({ path, source }) =>
    [data.inline, data.base64].flatMap((field) => {
      const value: unknown = source[field];
      if (typeof value !== 'string' || value === '') {
        return [];
      }
      const text = field === data.base64 ? Buffer.from(value, 'base64').toString('utf8') : value;
      return [{ path: `${path}.${field}`, value, reference: data.reference, credentials: eachOnce(judge(text)) }];
    }),
  );
}

function ignitionData(vm: VirtualMachineView): InlineGuestData[] {
  const value: unknown = vm.podAnnotations[InstanceAnnotation.IGNITION];
  if (typeof value !== 'string') {
    return [];
  }
  const config = parsedJson(value);
  const credentials = isObject(config) ? eachOnce(ignitionCredentials(config)) : [];
  const path = vm.templateMetadataPath(`annotations["${InstanceAnnotation.IGNITION}"]`);
  return [{ path, value, reference: `cloudInitConfigDrive.${USER_DATA.reference}`, credentials }];
}

/** A list of users is one place: where one of its passwords is no hash, it holds a password. */
function eachOnce(credentials: readonly GuestCredential[]): GuestCredential[] {
  const places = new Map<string, GuestCredential>();
  for (const credential of credentials) {
    if (!credential.isHash || !places.has(credential.place)) {
      places.set(credential.place, credential);
    }
  }
  return [...places.values()];
}
