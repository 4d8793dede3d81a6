import {
  architectureOf,
  defaultMachineType,
  featureGates,
  graceDevices,
  KubevirtSource,
  kubevirtConfiguration,
} from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { Architecture } from '../../../../cluster';
import { GraceSelection, InstanceAnnotation } from '../../../../facts';
import type { VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

const FIRST_RELEASE = '1.9';
const GATE = 'GraceIOVirtualization';
const OTHER_GATES = ['PCINUMAAwareTopology', 'IOMMUFD'];
const MACHINE_TYPE = 'virt';

export const graceGpuUnsupported: Rule<VirtualMachineView> = {
  id: 'grace-gpu-unsupported',
  title: 'A VM with the GPU of a Grace processor has what goes with it',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'From 1.9 on KubeVirt refuses a GPU of an NVIDIA Grace processor without its feature gates, on another architecture than arm64 or another machine than virt, without dedicated CPUs, and where PCI devices have no root ports or no window above 4Gi.',
  remediation: 'Enable the gates, and use arm64, the machine virt and dedicated CPUs.',
  references: [KubevirtSource.VMI_ADMITTER, KubevirtSource.FEATURE_GATES],
  mentions: ['gpus', 'hostDevices'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

type Fault = Pick<Violation, 'path' | 'value' | 'message' | 'remedy'>;

function evaluate(vm: VirtualMachineView, context: RuleContext): Outcome {
  const configuration = kubevirtConfiguration(context.graph);
  const gates = featureGates(context);
  const devices = configuration === undefined ? [] : graceDevices(vm, configuration);
  if (configuration === undefined || gates === undefined || devices.length === 0 || !context.cluster.atLeast(FIRST_RELEASE)) {
    return NOT_APPLICABLE;
  }
  const named = (selection: GraceSelection) => devices.filter((device) => device.selection === selection);
  const atDevices = (selection: GraceSelection, message: string, remedy: string) =>
    named(selection).map(({ field, resource }) => ({ path: vm.path(field), value: resource, message, remedy }));
  const faults: Fault[] = [];
  if (gates.isOn(GATE)) {
    const message = 'the KubeVirt object permits any device of NVIDIA under this name, and KubeVirt refuses the VM';
    faults.push(...atDevices(GraceSelection.ANY, message, 'Name the device in pciVendorSelector of the KubeVirt object.'));
  } else {
    const message = `this is the GPU of a Grace processor, which needs the feature gate ${GATE}, and KubeVirt refuses the VM`;
    faults.push(...atDevices(GraceSelection.GRACE, message, `Enable ${GATE} in the KubeVirt object.`));
  }
  if (named(GraceSelection.GRACE).length > 0) {
    faults.push(...annotationFaults(vm));
    if (gates.isOn(GATE)) {
      faults.push(...machineFaults(vm, configuration, context));
      faults.push(...OTHER_GATES.filter((gate) => !gates.isOn(gate)).map((gate) => gateFault(vm, gate)));
    }
  }
  return faults.map((fault) => ({ manifest: vm.manifest, ...fault }));
}

function gateFault(vm: VirtualMachineView, gate: string): Fault {
  const message = `the GPU of a Grace processor needs the feature gate ${gate} too, and KubeVirt refuses the VM`;
  return { path: vm.path('domain.devices'), value: vm.devices, message, remedy: `Enable ${gate} in the KubeVirt object.` };
}

function machineFaults(vm: VirtualMachineView, configuration: Record<string, any>, context: RuleContext): Fault[] {
  const { machine, cpu } = vm.domain;
  const architecture = architectureOf(vm, context);
  if (architecture === undefined) {
    return [];
  }
  const faults: Fault[] = [];
  if (architecture !== Architecture.ARM64) {
    const message = `the GPU of a Grace processor is one of arm64, not of ${architecture}, and KubeVirt refuses the VM`;
    faults.push({ path: vm.path('architecture'), value: vm.spec.architecture, message, remedy: 'Set it to arm64.' });
  }
  const type = machine?.type || defaultMachineType(architecture, configuration);
  if (!String(type).startsWith(MACHINE_TYPE)) {
    const message = `the GPU of a Grace processor needs a machine of type ${MACHINE_TYPE}, not ${type}, and KubeVirt refuses the VM`;
    faults.push({ path: vm.path('domain.machine.type'), value: machine?.type, message, remedy: `Set it to ${MACHINE_TYPE}.` });
  }
  if (cpu?.dedicatedCpuPlacement !== true && vm.vmSpec?.instancetype === undefined) {
    const message = 'the GPU of a Grace processor needs dedicated CPUs, and KubeVirt refuses the VM';
    faults.push({
      path: vm.path('domain.cpu.dedicatedCpuPlacement'),
      value: cpu?.dedicatedCpuPlacement,
      message,
      remedy: 'Set it to true.',
    });
  }
  return faults;
}

function annotationFaults(vm: VirtualMachineView): Fault[] {
  return [InstanceAnnotation.PCI_ON_ROOT_COMPLEX, InstanceAnnotation.NO_PCI_HOLE_64]
    .filter((name) => vm.podAnnotations[name] === 'true')
    .map((name) => ({
      path: vm.templateMetadataPath(`annotations["${name}"]`),
      value: 'true',
      message: 'the GPU of a Grace processor excludes it, and KubeVirt refuses the VM',
      remedy: 'Remove it.',
    }));
}
