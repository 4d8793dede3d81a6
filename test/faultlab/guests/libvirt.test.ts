import { execFileSync } from 'node:child_process';
import { PanicDeviceModel, RebootPolicy, WatchdogAction } from 'cdk8s-kubevirt';
import { FailureClass } from '../../../src/facts';
import { ManifestGraph } from '../../../src/graph';
import { writeProof } from '../../support/proof';
import { type Fault, Faults, inGuest } from '../faults';
import { bootOf, describeLibvirt, versionOf } from '../lab';
import { LibvirtDomain } from '../libvirt';
import { type DomainState, phaseOf } from '../phase';
import { predict } from '../prediction';
import { type LabVm, vm, watched, withPanicDevice } from './vms';

/** A VM, what happens to it, and what the lab takes libvirt to make of it. */
interface Case extends LabVm {
  readonly fault: Fault<LibvirtDomain>;
  readonly state: DomainState;
  /** The failure as the model knows it; undefined: it is none. */
  readonly failure?: FailureClass;
}

const RUNNING: DomainState = { status: 'Running' };
const SHUT_DOWN: DomainState = { status: 'Shutoff', reason: 'Shutdown' };
const CRASHED: DomainState = { status: 'Shutoff', reason: 'Crashed' };
const TERMINATE = { rebootPolicy: RebootPolicy.TERMINATE };

/** KubeVirt destroys a guest that does not obey in its grace period. */
const DESTROYED: Fault<LibvirtDomain> = {
  name: 'destroyed',
  strike: async (domain) => {
    await domain.destroy();
    return 0;
  },
};
const REBOOTED = inGuest('guest reboots', 'reboot -f');

const CASES: readonly Case[] = [
  { ...watched(WatchdogAction.POWEROFF), fault: Faults.HANG, failure: FailureClass.GUEST_HANG, state: CRASHED },
  { ...watched(WatchdogAction.POWEROFF), fault: Faults.PANIC, failure: FailureClass.GUEST_PANIC, state: CRASHED },
  { ...watched(WatchdogAction.RESET), fault: Faults.HANG, failure: FailureClass.GUEST_HANG, state: RUNNING },
  { ...watched(WatchdogAction.RESET, TERMINATE), fault: Faults.HANG, failure: FailureClass.GUEST_HANG, state: SHUT_DOWN },
  { ...watched(WatchdogAction.SHUTDOWN), fault: Faults.HANG, failure: FailureClass.GUEST_HANG, state: RUNNING },
  {
    vm: 'panic device',
    manifests: withPanicDevice(PanicDeviceModel.ISA),
    fault: Faults.PANIC,
    failure: FailureClass.GUEST_PANIC,
    state: CRASHED,
  },
  {
    vm: 'panic device, watchdog reset',
    manifests: withPanicDevice(PanicDeviceModel.ISA, WatchdogAction.RESET),
    fault: Faults.PANIC,
    failure: FailureClass.GUEST_PANIC,
    state: CRASHED,
  },
  { vm: 'plain', manifests: vm(), fault: Faults.SHUTDOWN, failure: FailureClass.GUEST_SHUTDOWN, state: SHUT_DOWN },
  { vm: 'plain', manifests: vm(), fault: REBOOTED, state: RUNNING },
  { vm: 'rebootPolicy Terminate', manifests: vm(TERMINATE), fault: REBOOTED, failure: FailureClass.GUEST_SHUTDOWN, state: SHUT_DOWN },
  { vm: 'plain', manifests: vm(), fault: Faults.PROCESS_KILLED, failure: FailureClass.VM_PROCESS, state: CRASHED },
  { vm: 'plain', manifests: vm(), fault: DESTROYED, state: { status: 'Shutoff', reason: 'Destroyed' } },
];

/** How long one looks for the end of what goes on. */
const LOOK_FOR = 15;
/** A boot says nothing of phases. */
const ANY_BOOT = 10;

describeLibvirt('what libvirt makes of faults in a guest', () => {
  const rows: string[][] = [];

  afterAll(() => {
    if (rows.length === CASES.length) {
      writeProof({
        suite: 'libvirt',
        title: 'What libvirt makes of faults in guests',
        against: [`libvirt ${versionOfLibvirt()}`, `${versionOf('micro')} with busybox`],
        columns: ['fault', 'VM', 'libvirt', 'phase by the rule of virt-handler', 'predicted'],
        rows,
      });
    }
  });

  test.each(CASES.map((faultCase) => [`${faultCase.fault.name} · ${faultCase.vm}`, faultCase] as const))(
    '%s',
    async (_, { fault, vm: named, manifests, failure, state }) => {
      const graph = new ManifestGraph(manifests);
      const domain = await LibvirtDomain.start(graph.virtualMachines[0], graph, bootOf('micro', 'mitigations=off'));
      try {
        await fault.strike(domain);
        const seen = await domain.stateAfter(LOOK_FOR);
        const predicted = failure === undefined ? undefined : predict(manifests, failure, ANY_BOOT).phase;
        rows.push([fault.name, named, [seen.status, seen.reason ?? []].flat().join(', '), phaseOf(seen), predicted ?? '']);
        process.stdout.write(`${rows[rows.length - 1].join(' | ')}\n`);
        expect(seen).toEqual(state);
        expect(phaseOf(seen)).toBe(predicted ?? phaseOf(state));
      } finally {
        await domain.end();
      }
    },
    600_000,
  );
});

function versionOfLibvirt(): string {
  return execFileSync('libvirtd', ['--version'], { encoding: 'utf8' }).trim().split(' ').pop() as string;
}
