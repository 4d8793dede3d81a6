import { type CheckedSource, check } from './admission-check';

const CLAIMS = 'resource-claim-invalid';
const DEVICES = 'device-claim-invalid';
const GATES = 'feature-gate-missing';
const SINCE_1_6 = { since: '1.6' };
const SINCE_1_8 = { since: '1.8' };
const SINCE_1_9 = { since: '1.9' };

/** What is refused of resource claims, and of the devices and networks that come from them. */
export const DRA: readonly CheckedSource[] = [
  {
    component: 'KubeVirt',
    file: 'pkg/dra/admitter/dra_admitter.go',
    checks: [
      check('validateResourceClaims', 'a claim without a name', CLAIMS, SINCE_1_9),
      check('validateCreationDRA', 'two claims of one name', 'list-entry-repeated', { since: '1.8', until: '1.8' }),
      check('validateResourceClaims', 'two claims of one name', 'list-entry-repeated', SINCE_1_9),
      check('validateResourceClaims', 'a claim whose name is no DNS label', CLAIMS, SINCE_1_9),
      check('validateResourceClaims', 'a claim with two sources', CLAIMS, SINCE_1_9),
      check('validateResourceClaims', 'a claim without a source', CLAIMS, SINCE_1_9),
      check('validateResourceClaims', 'a source of a claim whose name is no DNS subdomain', CLAIMS, SINCE_1_9),
      check('validateCreationDRA', 'a GPU with neither a device name nor a claim', DEVICES, { since: '1.6', until: '1.7' }),
      check('validateCreationDRA', 'a GPU with both a device name and a claim', DEVICES, { since: '1.6', until: '1.7' }),
      check('validateNonDRADevices', 'a GPU or host device with neither a device name nor a claim', DEVICES, SINCE_1_8),
      check('validateNonDRADevices', 'a GPU or host device with both a device name and a claim', DEVICES, SINCE_1_8),
      check('validateDRADevices', 'GPUs with device names beside GPUs from claims', DEVICES, SINCE_1_8),
      check('validateDRADevices', 'a GPU from a claim without its gate', GATES, SINCE_1_6),
      check('validateDRADevices', 'a host device from a claim without its gate', GATES, SINCE_1_8),
      check('validateDRADevices', 'a device from a claim without the name of the claim', DEVICES, SINCE_1_8),
      check('validateDRADevices', 'a device from a claim without the name of the request', DEVICES, SINCE_1_8),
      check('validateDRADevices', 'two GPUs, or two host devices, from one request of a claim', DEVICES, SINCE_1_8),
      check('mergeTupleSource', 'a GPU and a host device from one request of a claim', DEVICES, SINCE_1_8),
      check('mergeTupleSource', 'a device and a network from one request of a claim', DEVICES, SINCE_1_9),
      check('validateCreationDRA', 'a GPU from a claim that the VM does not list', DEVICES, SINCE_1_6),
      check('validateCreationDRA', 'a host device from a claim that the VM does not list', DEVICES, SINCE_1_8),
    ],
  },
  {
    component: 'KubeVirt',
    file: 'pkg/network/admitter/dra.go',
    checks: [
      check('validateNetworkDevicesWithDRA', 'a network from a claim without its gate', GATES, SINCE_1_9),
      check('validateNetworkDevicesWithDRA', 'networks of Multus beside networks from claims', DEVICES, SINCE_1_9),
      check(
        'validateDRANetworkInterfaceBinding',
        'a network from a claim whose interface is neither SR-IOV nor of a plugin',
        DEVICES,
        SINCE_1_9,
      ),
      check('validateDRAClaimAndRequestNames', 'a network from a claim without the name of the claim', DEVICES, SINCE_1_9),
      check('validateDRAClaimAndRequestNames', 'a network from a claim without the name of the request', DEVICES, SINCE_1_9),
      check('validateDRANetworkClaimReference', 'a network from a claim that the VM does not list', DEVICES, SINCE_1_9),
      check('validateDRAClaimRequestUniqueness', 'two networks from one request of a claim', DEVICES, SINCE_1_9),
    ],
  },
];
