import { type CheckedSource, check } from './admission-check';

const INSTANCETYPE = 'pkg/instancetype';
const CONFLICT = 'instancetype-conflict';
const MATCHER = 'instancetype-matcher-invalid';
const UNMET = 'preference-requirements-unmet';
const EARLIER = 'the VM as it was before';

function taken(file: string, name: string, ...parts: readonly [string, string?][]): CheckedSource {
  const checks = parts.map(([part, since]) => check(name, `${part} beside an instance type that sets it`, CONFLICT, { since }));
  return { component: 'KubeVirt', file: `${INSTANCETYPE}/apply/${file}.go`, checks };
}

/** What is refused of instance types and preferences, and of VMs that have one; before 1.6 some of it was in other files. */
export const INSTANCETYPES: readonly CheckedSource[] = [
  {
    component: 'KubeVirt',
    file: `${INSTANCETYPE}/webhooks/admitter.go`,
    checks: [
      check('validateMemoryOvercommitPercentSetting', 'a percentage of overcommitment outside 0 to 100', 'field-out-of-bounds'),
      check('validateMemoryOvercommitPercentNoHugepages', 'overcommitted huge pages', 'instancetype-overcommits-hugepages'),
    ],
  },
  {
    component: 'KubeVirt',
    file: `${INSTANCETYPE}/preference/webhooks/admitter.go`,
    checks: [
      check('validatePreferredCPUTopology', 'a topology that does not exist', 'preference-topology-unknown'),
      check('validateSpreadOptions', 'CPUs that are spread across something else', 'preference-spread-invalid'),
      check('validateSpreadOptions', 'another ratio than 2 across cores and threads', 'preference-spread-invalid'),
    ],
  },
  {
    component: 'KubeVirt',
    file: `${INSTANCETYPE}/preference/validation/cpu.go`,
    checks: [check('CheckSpreadCPUTopology', 'CPUs that the ratio does not divide', 'preference-spread-indivisible')],
  },
  {
    component: 'KubeVirt',
    file: `${INSTANCETYPE}/preference/requirements/cpu.go`,
    checks: [check('checkCPU', 'less CPUs than the preference requires', UNMET), check('checkSpread', 'less CPUs to spread', UNMET)],
  },
  {
    component: 'KubeVirt',
    file: `${INSTANCETYPE}/preference/requirements/memory.go`,
    checks: [check('checkMemory', 'less memory than the preference requires', UNMET)],
  },
  {
    component: 'KubeVirt',
    file: `${INSTANCETYPE}/preference/requirements/arch.go`,
    checks: [check('checkArch', 'another architecture than the preference requires', UNMET, { since: '1.7' })],
  },
  {
    component: 'KubeVirt',
    file: `${INSTANCETYPE}/webhooks/vm/mutator.go`,
    checks: [
      check('validateInstancetypeMatcher', 'an instance type that is neither named nor inferred', MATCHER),
      check('validateInstancetypeMatcher', 'an instance type that is named and inferred', MATCHER),
      check('validateInstancetypeMatcher', 'a kind beside an instance type that is inferred', MATCHER),
      check('validateInstancetypeMatcher', 'a policy for failures that does not exist', 'vm-field-value-unknown'),
      check('validatePreferenceMatcher', 'a preference that is neither named nor inferred', MATCHER),
      check('validatePreferenceMatcher', 'a preference that is named and inferred', MATCHER),
      check('validatePreferenceMatcher', 'a kind beside a preference that is inferred', MATCHER),
      check('validatePreferenceMatcher', 'a policy for failures that does not exist', 'vm-field-value-unknown'),
      { function: 'validateMatcherUpdate', refuses: 'another name with the revision of before', state: EARLIER },
      check('inferMatchers', 'a template whose source tells nothing of an instance type, other than snapshots', 'inferred-volume-unusable'),
      check('inferMatchers', 'a template that is made from a snapshot', 'inferred-volume-unusable', { until: '1.8' }),
      {
        ...check('inferMatchers', 'a volume from which nothing can be inferred', 'inferred-volume-unusable'),
        state: 'the volume, where it is not given',
      },
    ],
  },
  taken('nodeselector', 'applyNodeSelector', ['a node selector']),
  taken('scheduler', 'applySchedulerName', ['a scheduler']),
  {
    component: 'KubeVirt',
    file: `${INSTANCETYPE}/apply/cpu.go`,
    checks: [
      check('validateCPU', 'sockets, cores or threads beside an instance type', CONFLICT),
      check('validateCPU', 'a request or a limit of CPUs beside an instance type', CONFLICT),
      ...['a CPU model', 'dedicated CPUs', 'an isolated emulator thread', 'NUMA', 'realtime'].map((part) =>
        check('validateCPU', `${part} beside an instance type that sets it`, CONFLICT),
      ),
    ],
  },
  {
    component: 'KubeVirt',
    file: `${INSTANCETYPE}/apply/memory.go`,
    checks: [
      check('applyMemory', 'any field of memory beside an instance type', CONFLICT, { until: '1.6' }),
      check('validateMemory', 'memory of the guest beside an instance type', CONFLICT, { since: '1.7' }),
      check('validateMemory', 'huge pages beside an instance type that sets them', CONFLICT, { since: '1.7' }),
      check('validateMemory', 'a maximum of memory beside an instance type that sets it', CONFLICT, { since: '1.7' }),
      check('validateMemory', 'a request or a limit of memory beside an instance type', CONFLICT),
    ],
  },
  taken('iothreads', 'applyIOThreads', ['a number of IO threads', '1.7']),
  taken('iothreadpolicy', 'applyIOThreadPolicy', ['a policy for IO threads']),
  taken('launchsecurity', 'applyLaunchSecurity', ['launch security']),
  taken('gpu', 'applyGPUs', ['GPUs']),
  taken('hostdevices', 'applyHostDevices', ['host devices']),
  {
    component: 'KubeVirt',
    file: `${INSTANCETYPE}/apply/annotations.go`,
    checks: [check('applyInstanceTypeAnnotations', 'an annotation to which the instance type gives another value', CONFLICT)],
  },
];
