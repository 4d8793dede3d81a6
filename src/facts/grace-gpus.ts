const VENDOR = '10DE';
const GRACE_DEVICES = ['2342', '2348', '2941'];
const ANY_DEVICE = '*';

/** What a selector of PCI devices says of the GPUs that NVIDIA builds together with the Grace processor. */
export enum GraceSelection {
  /** It selects one of them. */
  GRACE = 'grace',
  /** It selects any device of NVIDIA, and does not tell. */
  ANY = 'any',
  OTHER = 'other',
}

/**
 * What a selector such as `10DE:2342` selects.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.9.0/pkg/util/hardware/grace.go
 */
export function graceSelection(selector: string): GraceSelection {
  const [vendor, device, ...rest] = selector.split(':').map((id) => id.trim().toUpperCase().replace(/^0X/, ''));
  if (vendor !== VENDOR || rest.length > 0) {
    return GraceSelection.OTHER;
  }
  return GRACE_DEVICES.includes(device) ? GraceSelection.GRACE : device === ANY_DEVICE ? GraceSelection.ANY : GraceSelection.OTHER;
}
