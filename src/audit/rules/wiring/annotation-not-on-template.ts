import { KubevirtSource } from '../../../admission';
import { entryPath, TEMPLATE_ANNOTATIONS } from '../../../facts';
import { isObject, type VirtualMachineView } from '../../../graph';
import { settingEntries } from '../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../rule';
import { Severity } from '../../severity';

export const annotationNotOnTemplate: Rule<VirtualMachineView> = {
  id: 'annotation-not-on-template',
  title: 'Annotations for the instance of a VM are on the template of the VM',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale:
    'KubeVirt makes an instance, and its pod, with the annotations of spec.template.metadata. Those of the VirtualMachine itself, or of the VMs of a pool, stay there: what they switch on is not switched on, and nothing says so.',
  remediation: 'Put the annotation on spec.template.metadata.annotations.',
  references: [KubevirtSource.VM_CONTROLLER, KubevirtSource.API_TYPES],
  mentions: TEMPLATE_ANNOTATIONS,
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  if (vm.manifest.kind === 'VirtualMachineInstance') {
    return NOT_APPLICABLE;
  }
  const places = [
    { path: 'metadata.annotations', annotations: vm.manifest.metadata?.annotations },
    {
      path: 'spec.virtualMachineTemplate.metadata.annotations',
      annotations: vm.manifest.spec?.virtualMachineTemplate?.metadata?.annotations,
    },
  ];
  return places.flatMap(({ path, annotations }) =>
    Object.entries(isObject(annotations) ? annotations : {})
      .filter(([key]) => TEMPLATE_ANNOTATIONS.includes(key) && vm.podAnnotations[key] === undefined)
      .map(([key, value]) => violation(vm, entryPath(path, key), key, value)),
  );
}

function violation(vm: VirtualMachineView, path: string, key: string, value: unknown): Violation {
  const annotations = vm.templateMetadataPath('annotations');
  return {
    manifest: vm.manifest,
    path,
    value,
    message: `KubeVirt reads this annotation of the instance, which has those of the template only: here it does nothing`,
    remedy: `Move it to ${annotations}.`,
    fix: settingEntries(vm.manifest, annotations, { [key]: value }),
  };
}
