import { App, Chart, Duration, Size, Testing } from 'cdk8s';
import {
  CloudInit,
  ClusterProfile,
  Disk,
  GuestAgentSource,
  RunStrategy,
  VirtualMachine,
  WatchdogAction,
  WatchdogDevice,
} from 'cdk8s-kubevirt';
import type { Manifest } from '../../../src/graph';
import { writeProof } from '../../support/proof';
import { Faults, inGuest } from '../faults';
import type { LabMachine } from '../instance';
import { bootOf, describeSlowGuests, versionOf } from '../lab';
import { agentOf, bootFrom, follow, startMachine } from '../observation';
import { now, sleep } from '../qmp';

/** Long enough that a machine with other work does not keep systemd from feeding it. */
const TIMEOUT = 20;
/** Beyond it nothing fires any more. */
const LOOK_FOR_NEVER = 2 * TIMEOUT;
const MINUTES = 60_000;

const SERVICE = '[Service]\nExecStart=/bin/busybox httpd -f -p 8080 -h /srv\nRestart=always\n[Install]\nWantedBy=multi-user.target\n';

/** What the guest says of its watchdogs, one a line, in their order. */
const WATCHDOGS = 'for dog in /sys/class/watchdog/watchdog*; do cat $dog/identity $dog/state | paste -s -d " "; done';
/** What became of the check in this boot, when it is over: its result and what it has said. */
const CHECKED = `until [ "$(systemctl show -P ExecMainExitTimestampMonotonic vm-watchdog-check)" != 0 ]; do sleep 1; done
systemctl show -P ExecMainStatus vm-watchdog-check; journalctl -b -o cat --no-pager _SYSTEMD_UNIT=vm-watchdog-check.service | tail -n 1`;

const PID_1_CRASHES = inGuest('PID 1 crashes and freezes', 'kill -SEGV 1');

describeSlowGuests('debian', 'what the constructs bring into a guest', () => {
  const rows: (string | number)[][] = [];

  afterAll(() => {
    writeProof({
      suite: 'guest-side',
      title: 'What cloud-init brings into a guest',
      against: ['QEMU (TCG)', versionOf('debian'), 'qemu-guest-agent'],
      columns: ['guest', 'what happens', 'predicted', 'observed'],
      rows,
      notes: [`The user data is that of a VirtualMachine with a WatchdogDevice of ${TIMEOUT} s; cloud-init reads it from a NoCloud disk.`],
    });
  });

  /** Compares, and has it stand in the table either way. */
  function see(guest: string, what: string, predicted: string, observed: string): void {
    rows.push([guest, what, predicted, observed]);
    process.stdout.write(`${[guest, what, predicted, observed].join(' | ')}\n`);
    expect({ what, is: observed }).toEqual({ what, is: predicted });
  }

  test(
    'a watchdog that resets: armed, and fires when PID 1 crashes',
    async () => {
      const guest = 'watchdog reset';
      const manifests = machineWith(WatchdogAction.RESET);
      await withGuest(manifests, [], async (machine) => {
        const { guest: inside } = machine;
        see(guest, 'cloud-init on its user data', 'valid', await schemaOf(machine));
        see(guest, 'watchdogs', 'i6300ESB timer active, iTCO_wdt inactive', await watchdogsOf(machine));
        see(guest, 'check', '0 watchdog: i6300ESB timer is armed', await checkOf(machine));
        see(guest, 'agent', 'answers', await agentAnswers(machine));

        await inside.outputOf('systemctl stop shop');
        see(
          guest,
          'service stopped',
          'service does not answer, agent answers',
          `service ${await serviceAnswers(machine)}, agent ${await agentAnswers(machine)}`,
        );
        await inside.outputOf('systemctl start shop');
        await inside.outputOf('kill -9 $(systemctl show -P MainPID shop)');
        see(
          guest,
          'service killed, with Restart=always',
          'answers',
          (await machine.answering(30)) === undefined ? 'does not answer' : 'answers',
        );
        await inside.outputOf("systemd-run sh -c 'systemctl stop qemu-guest-agent; sleep 15; systemctl start qemu-guest-agent'");
        await sleep(4);
        see(
          guest,
          'agent stopped',
          'agent does not answer, service answers',
          `agent ${await agentAnswers(machine)}, service ${await serviceAnswers(machine)}`,
        );
        await agentOf(machine);
        see(
          guest,
          'told by QEMU meanwhile',
          'nothing',
          machine.told(0).some(({ what }) => /^(WATCHDOG|RESET|SHUTDOWN)/.test(what)) ? 'something' : 'nothing',
        );

        const at = await PID_1_CRASHES.strike(machine.guest);
        const isReset = await until(() => machine.told(at).some(({ what }) => what === 'WATCHDOG reset'), LOOK_FOR_NEVER);
        see(guest, PID_1_CRASHES.name, 'the watchdog fires', isReset ? 'the watchdog fires' : 'nothing');
      });
    },
    15 * MINUTES,
  );

  test(
    'a kernel without the driver: the check fails, and nothing fires',
    async () => {
      const guest = 'kernel without i6300esb';
      await withGuest(machineWith(WatchdogAction.RESET), ['module_blacklist=i6300esb'], async (machine) => {
        see(guest, 'watchdogs', 'iTCO_wdt inactive', await watchdogsOf(machine));
        const check = await checkOf(machine);
        see(guest, 'check', '2 watchdog: kernel has no driver i6300esb: install its extra modules', check.replace(/kernel \S+/, 'kernel'));
        const { noticed, phase } = await follow(machine, await Faults.PANIC.strike(machine.guest), { seconds: LOOK_FOR_NEVER });
        see(
          guest,
          'kernel panics: noticed, where the driver that is assumed is not there',
          'never',
          noticed === undefined ? 'never' : 'in time',
        );
        see(guest, 'kernel panics: phase', 'Running', phase);
      });
    },
    15 * MINUTES,
  );
});

function machineWith(action: WatchdogAction): Manifest[] {
  const chart = new Chart(new App(), 'lab', { namespace: 'lab' });
  ClusterProfile.kubevirt('1.9').applyTo(chart);
  const vm = new VirtualMachine(chart, 'vm', {
    memory: Size.mebibytes(512),
    runStrategy: RunStrategy.ALWAYS,
    guestAgent: GuestAgentSource.IMAGE,
    disks: [Disk.fromContainerDisk('root', { image: 'registry.example.com/debian:12' })],
    cloudInit: CloudInit.fromSettings({
      hostname: 'shop',
      files: [
        { path: '/srv/health', content: 'ok\n' },
        { path: '/etc/systemd/system/shop.service', content: SERVICE },
      ],
      units: ['shop'],
    }),
  });
  new WatchdogDevice(vm, 'Watchdog', { action, timeout: Duration.seconds(TIMEOUT) });
  return Testing.synth(chart);
}

/** Boots a guest until cloud-init is done. */
async function withGuest(
  manifests: readonly Manifest[],
  words: readonly string[],
  look: (machine: LabMachine) => Promise<void>,
): Promise<void> {
  const disk = bootOf('debian').initrd.replace(/initrd\.img$/, 'root.ext4');
  const machine = await startMachine(manifests, { boot: bootOf('debian', 'mitigations=off', ...words), files: new Map([['root', disk]]) });
  try {
    const { seconds, waited } = await bootFrom(machine, machine.guest.startedAt);
    process.stdout.write(`booted in ${seconds.toFixed(1)} s, of which it waited ${waited.toFixed(1)} s for a processor\n`);
    await agentOf(machine);
    await machine.guest.outputOf('cloud-init status --wait');
    await look(machine);
  } finally {
    await machine.stop();
  }
}

async function watchdogsOf({ guest }: LabMachine): Promise<string> {
  return (await guest.outputOf(WATCHDOGS)).trim().split('\n').join(', ');
}

async function checkOf({ guest }: LabMachine): Promise<string> {
  return (await guest.outputOf(CHECKED)).trim().split('\n').join(' ');
}

async function schemaOf({ guest }: LabMachine): Promise<string> {
  return (await guest.outputOf('cloud-init schema --system 2>&1')).startsWith('Valid cloud-config') ? 'valid' : 'invalid';
}

async function agentAnswers({ guest }: LabMachine): Promise<string> {
  return (await guest.pings(3)) ? 'answers' : 'does not answer';
}

async function serviceAnswers({ guest }: LabMachine): Promise<string> {
  return (await guest.answers('/health', 3)) ? 'answers' : 'does not answer';
}

async function until(isSo: () => boolean, seconds: number): Promise<boolean> {
  for (const end = now() + seconds; now() < end && !isSo(); ) {
    await sleep(0.1);
  }
  return isSo();
}
