import { type Bound, FAILURES } from './limits';
import { failures, synth } from './measure';

const VMS = 1000;

/**
 * How long VMs are down, and whether they fit, when hosts are lost: in seconds of CPU, for other programs of the machine do not count, and
 * against the synth of as many VMs with their Services and Routes.
 */
export function measureFailures(): Bound[] {
  const { recovery, oneHost, twoHosts, reports } = failures();
  const { seconds } = synth('constructs', VMS);
  process.stdout.write(
    `\n${VMS} VMs on 100 hosts in 3 zones, in seconds of CPU: recovery ${recovery}, with all that is reported where all miss their ` +
      `objective ${reports}; capacity for one host and all zones ${oneHost}, for each pair too ${twoHosts}; synth takes ${seconds.toFixed(2)} s\n`,
  );
  return [
    { name: 'seconds of recovery and capacity, one host and all zones', measured: recovery + oneHost, limit: FAILURES.oneHost },
    { name: 'seconds of recovery and capacity, each pair of hosts', measured: recovery + twoHosts, limit: FAILURES.twoHosts },
    { name: 'seconds of reports on recovery, all VMs miss their objective', measured: reports, limit: FAILURES.allMissed },
    { name: 'recovery and capacity to synth, one host and all zones', measured: (recovery + oneHost) / seconds, limit: FAILURES.toSynth },
  ];
}
