import { App, Chart } from 'cdk8s';
import {
  HighlyAvailableVM,
  MachineHealthCheck,
  ProbedService,
  type StickyRoute,
  VirtualMachine,
  type VirtualMachineProps,
  WatchdogDevice,
} from 'cdk8s-kubevirt';
import { buildSizes, completeMachines } from './compute-app';
import { buildGroups } from './groups-app';
import { buildNodes } from './nodes-app';
import { buildProtection } from './protection-app';
import { READINESS_PORT, type Scenario, type VmScenario } from './scenario';
import { buildRoute, buildTraffic } from './traffic-app';

/** The parts of an app that faults are planted in. */
export interface BuiltApp {
  readonly app: App;
  readonly chart: Chart;
  readonly vms: VirtualMachine[];
  readonly service: ProbedService;
  readonly route?: StickyRoute;
  readonly machineHealthCheck?: MachineHealthCheck;
}

/** @param profileAt when the app is told what its cluster is: before its first construct or after its last one */
export function buildApp(scenario: Scenario, profileAt: 'first' | 'last' = 'first'): BuiltApp {
  const app = new App();
  if (profileAt === 'first') {
    scenario.cluster.applyTo(app);
  }
  const built = buildConstructs(app, scenario);
  scenario.cluster.applyTo(app);
  return built;
}

function buildConstructs(app: App, scenario: Scenario): BuiltApp {
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  buildSizes(chart);
  const vms = scenario.vms.map((vm, index) => buildVm(chart, `vm-${index}`, vm));
  completeMachines(chart, vms, scenario);
  const extra = scenario.servicePorts
    .filter((port) => port !== 80)
    .map((port) => ({ name: `port-${port}`, port, targetPort: READINESS_PORT }));
  const service = new ProbedService(chart, 'service', {
    vms,
    ports: [{ name: 'http', port: 80, targetPort: READINESS_PORT }, ...extra],
    clientIpAffinity: scenario.clientIpAffinity,
    ...scenario.traffic.exposure,
  });
  buildGroups(chart, vms[0], scenario);
  buildTraffic(chart, service, scenario.traffic);
  buildProtection(chart, vms, scenario);
  const { routed, traffic, maxUnhealthy } = scenario;
  if (scenario.nodes !== undefined) {
    buildNodes(new Chart(app, 'nodes'), scenario.nodes, scenario.cluster);
  }
  return {
    app,
    chart,
    vms,
    service,
    route: routed ? buildRoute(chart, service, vms, traffic.route) : undefined,
    machineHealthCheck:
      maxUnhealthy === undefined ? undefined : new MachineHealthCheck(new Chart(app, 'cluster'), 'workers', { maxUnhealthy }),
  };
}

function buildVm(chart: Chart, id: string, { highlyAvailable, props, watchdog }: VmScenario): VirtualMachine {
  const vm = highlyAvailable ? new HighlyAvailableVM(chart, id, props) : new VirtualMachine(chart, id, withoutAvailability(props));
  if (watchdog !== undefined) {
    new WatchdogDevice(vm, 'Watchdog', watchdog);
  }
  return vm;
}

function withoutAvailability(props: VmScenario['props']): VirtualMachineProps {
  const { bootTime, recoveryObjective, acceptedLosses, nodeFailureToleration, group, ...rest } = props;
  return rest;
}
