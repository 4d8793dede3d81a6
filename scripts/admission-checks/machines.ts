import { type CheckedSource, check } from './admission-check';

const ADMITTERS = 'pkg/virt-api/webhooks/validating-webhook/admitters';
const EARLIER = 'the object as it was before';
const MAX_UNAVAILABLE = 'pool-max-unavailable-invalid';
const STRATEGY = 'pool-strategy-not-unique';

/** What is refused of VMs, pools, replica sets and presets themselves, beside what is refused of instances. */
export const MACHINES: readonly CheckedSource[] = [
  {
    component: 'KubeVirt',
    file: `${ADMITTERS}/vms-admitter.go`,
    checks: [
      check('ValidateVirtualMachineSpec', 'a VM without a template', 'field-required'),
      check('validateRunStrategy', 'running beside runStrategy', 'run-strategy-not-exactly-one'),
      check('validateRunStrategy', 'neither running nor runStrategy', 'run-strategy-not-exactly-one'),
      check('validateRunStrategy', 'a run strategy that does not exist, an empty one too', 'vm-field-value-unknown'),
      check('validateLiveUpdateCPU', 'more sockets than maxSockets', 'hotplug-maximum-exceeded'),
      { function: 'validateVolumeRequests', refuses: 'requests for volumes that contradict each other', state: 'the status of the VM' },
    ],
  },
  {
    component: 'KubeVirt',
    file: `${ADMITTERS}/vmpool-admitter.go`,
    checks: [
      check('ValidateVMPoolSpec', 'a pool without a template', 'field-required'),
      check('ValidateVMPoolSpec', 'a selector that is none', 'selector-invalid'),
      check('ValidateVMPoolSpec', 'a selector that does not select the VMs of the pool', 'pool-selector-mismatch'),
      check('ValidateVMPoolSpec', 'a text for maxUnavailable that is no percentage', MAX_UNAVAILABLE, { since: '1.6' }),
      check('ValidateVMPoolSpec', 'a percentage for maxUnavailable outside 1 to 100', MAX_UNAVAILABLE, { since: '1.6' }),
      check('ValidateVMPoolSpec', 'a number for maxUnavailable below 1', MAX_UNAVAILABLE, { since: '1.6' }),
      check('Admit', 'a time before failing VMs are replaced that is no duration', 'pool-duration-invalid', { since: '1.7' }),
      check('validateUpdateStrategyMutualExclusivity', 'two strategies for updates', STRATEGY, { since: '1.7' }),
      check('validateScaleInStrategyMutualExclusivity', 'two strategies for scaling in', STRATEGY, { since: '1.7' }),
      { function: 'ValidateVMPoolSpec', refuses: 'another selector than before', state: EARLIER },
    ],
  },
  {
    component: 'KubeVirt',
    file: `${ADMITTERS}/vmirs-admitter.go`,
    checks: [
      check('ValidateVMIRSSpec', 'a replica set without a template', 'field-required'),
      check('ValidateVMIRSSpec', 'a selector that is none', 'selector-invalid'),
      check('ValidateVMIRSSpec', 'a selector that does not select the instances of the replica set', 'replica-set-selector-mismatch'),
    ],
  },
  {
    component: 'KubeVirt',
    file: `${ADMITTERS}/vmi-preset-admitter.go`,
    checks: [
      check('ValidateVMIPresetSpec', 'a preset without a domain', 'preset-domain-missing'),
      { function: 'ValidateVMIPresetSpec', refuses: 'a preset with disks or firmware that are refused in a VM' },
    ],
  },
  {
    component: 'KubeVirt',
    file: `${ADMITTERS}/vmi-update-admitter.go`,
    checks: [{ function: 'Admit', refuses: 'changes to an instance that runs', state: EARLIER }],
  },
  {
    component: 'KubeVirt',
    file: `${ADMITTERS}/status-admitter.go`,
    checks: [{ function: 'Admit', refuses: 'a status that is refused', state: 'the status of the object' }],
  },
  {
    component: 'KubeVirt',
    file: `${ADMITTERS}/pod-eviction-admitter.go`,
    checks: [{ function: 'Admit', refuses: 'the eviction of a pod whose VM is to be moved first', state: 'the instance that runs' }],
  },
];
