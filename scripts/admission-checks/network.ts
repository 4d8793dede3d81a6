import { type CheckedSource, check } from './admission-check';

const NETWORK = 'pkg/network/admitter';
const PORT = 'interface-port-invalid';
const RANGES = 'interface-port-ranges-invalid';
const DHCP = 'dhcp-options-invalid';

/** What is refused of the networks and the interfaces of a VM, but for networks of resource claims. */
export const NETWORKS: readonly CheckedSource[] = [
  {
    component: 'KubeVirt',
    file: `${NETWORK}/netsource.go`,
    checks: [
      check('validateSinglePodNetwork', 'two pod networks', 'default-network-not-unique'),
      check('validateSinglePodNetwork', 'two default networks of Multus', 'default-network-not-unique'),
      check('validateSinglePodNetwork', 'a pod network beside a default network of Multus', 'default-network-not-unique'),
      check('validateSingleNetworkSource', 'a network without a source', 'network-source-not-exactly-one'),
      check('validateSingleNetworkSource', 'a network with two sources', 'network-source-not-exactly-one'),
      check('validateMultusNetworkSource', 'a Multus network without a name', 'reference-name-missing'),
    ],
  },
  {
    component: 'KubeVirt',
    file: `${NETWORK}/admit.go`,
    checks: [
      check('validateInterfaceStateValue', 'a state of an interface that does not exist', 'vm-field-value-unknown'),
      check('validateInterfaceStateValue', 'a link state of an SR-IOV device', 'interface-state-unsupported'),
      check('validateInterfaceStateValue', 'an absent interface that is no bridge', 'interface-state-unsupported'),
      check('validateInterfaceStateValue', 'an absent interface on the default network', 'interface-state-unsupported'),
    ],
  },
  {
    component: 'KubeVirt',
    file: `${NETWORK}/binding.go`,
    checks: [
      check('validateInterfaceBindingExists', 'a binding plugin beside a binding method', 'interface-binding-not-exactly-one'),
      check('validateInterfaceBindingExists', 'two binding methods', 'interface-binding-not-exactly-one', { since: '1.9' }),
      check('validateInterfaceBindingExists', 'an interface without a binding', 'interface-binding-not-exactly-one', { since: '1.9' }),
      check('validateMasqueradeBinding', 'masquerade elsewhere than on the pod network', 'masquerade-without-pod-network'),
      check('validateMasqueradeBinding', 'the MAC address of the bridge in the pod, with masquerade', 'mac-address-invalid'),
      {
        ...check('validateBridgeBinding', 'a bridge on the pod network where that is not permitted', 'bridge-on-pod-network'),
        state: 'the KubeVirt object, where it is not given',
      },
    ],
  },
  {
    component: 'KubeVirt',
    file: `${NETWORK}/slirp.go`,
    checks: [check('validateCreationSlirpBinding', 'slirp', 'interface-binding-discontinued', { until: '1.7' })],
  },
  {
    component: 'KubeVirt',
    file: `${NETWORK}/macvtap.go`,
    checks: [
      check('validateMacvtapBinding', 'macvtap, whose gate is gone', 'interface-binding-discontinued', { until: '1.7' }),
      check('validateMacvtapBinding', 'macvtap elsewhere than on a Multus network', 'interface-binding-discontinued', { until: '1.7' }),
    ],
  },
  {
    component: 'KubeVirt',
    file: `${NETWORK}/discontinued.go`,
    checks: [
      check('validateDiscontinuedBindings', 'slirp', 'interface-binding-discontinued', { since: '1.8' }),
      check('validateDiscontinuedBindings', 'macvtap', 'interface-binding-discontinued', { since: '1.8' }),
      check('validateDiscontinuedBindings', 'the first passt binding', 'interface-binding-discontinued', { since: '1.8' }),
    ],
  },
  {
    component: 'KubeVirt',
    file: `${NETWORK}/passt.go`,
    checks: [
      check('validatePasstBinding', 'the first passt binding, whose gate is gone', 'interface-binding-discontinued', { until: '1.7' }),
      check('validatePasstBinding', 'passt elsewhere than on the pod network', 'masquerade-without-pod-network', { since: '1.8' }),
    ],
  },
  {
    component: 'KubeVirt',
    file: `${NETWORK}/netiface.go`,
    checks: [
      check('validateNetworksAssignedToInterfaces', 'a network without an interface', 'network-without-interface'),
      check('validateInterfacesAssignedToNetworks', 'an interface without a network', 'interface-without-network'),
      check('validateNetworkNameUnique', 'two networks of one name', 'network-name-duplicate'),
      check('validateInterfaceNameUnique', 'two interfaces of one name', 'network-name-duplicate'),
      check('validateInterfaceNameFormat', 'an interface whose name is empty or has other characters', 'vm-name-invalid'),
      check('validateInterfaceModel', 'a model of an interface that does not exist', 'vm-field-value-unknown'),
      check('validateMacAddress', 'a MAC address that cannot be read', 'mac-address-invalid'),
      check('validateMacAddress', 'a MAC address of more than six bytes', 'mac-address-invalid'),
      check('validatePciAddress', 'a PCI address that cannot be read', 'pci-address-invalid'),
      check('validateForwardPortsName', 'two ports of one name', PORT),
      check('validateForwardPortsName', 'a port whose name is none', PORT),
      check('validateForwardPortNonZero', 'a port without a number', PORT),
      check('validateForwardPortInRange', 'a port below 0 or above 65536', PORT, { until: '1.8' }),
      check('validateForwardPortInRange', 'a port below 0 or above 65535', PORT, { since: '1.9' }),
      check('validateForwardPortProtocol', 'a port of another protocol than TCP and UDP', PORT),
      check('validatePortRangeMutualExclusivity', 'port ranges beside ports', RANGES, { since: '1.9' }),
      check('validatePortRangeMasqueradeOnly', 'port ranges of an interface that is not masquerade', RANGES, { since: '1.9' }),
      check('validateForwardPortRanges', 'more than ten port ranges', RANGES, { since: '1.9' }),
      check('validateForwardPortRanges', 'a port range of another protocol than TCP and UDP', RANGES, { since: '1.9' }),
      check('validateForwardPortRanges', 'a port range that begins or ends with no port', RANGES, { since: '1.9' }),
      check('validateForwardPortRanges', 'a port range that ends before it begins', RANGES, { since: '1.9' }),
      check('validateForwardPortRangesOverlaps', 'port ranges that overlap', RANGES, { since: '1.9' }),
      check('validateDHCPExtraOptions', 'a private DHCP option that is given twice', DHCP),
      check('validateDHCPPrivateOptionsWithinRange', 'a private DHCP option outside 224 to 254', DHCP),
      check('validateDHCPNTPServersAreValidIPv4Addresses', 'a time server that is no IPv4 address', DHCP),
    ],
  },
];
