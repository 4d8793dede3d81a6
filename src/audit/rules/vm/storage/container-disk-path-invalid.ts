import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { FILE_PATH, hasFormat } from '../../../../facts';
import { fieldValues, type VirtualMachineView } from '../../../../graph';
import { safeSetting } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

const PATHS = ['volumes[]', 'containerDisk', 'path'];

export const containerDiskPathInvalid: Rule<VirtualMachineView> = {
  id: 'container-disk-path-invalid',
  title: 'The path of a container disk is absolute',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a path in a container image that is relative, has relative parts, or is the root.',
  remediation: 'Write an absolute path of a file, e.g. /disk/image.qcow2.',
  references: [KubevirtSource.VMI_ADMITTER],
  mentions: ['containerDisk'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const paths = fieldValues(vm.spec, PATHS);
  if (paths.length === 0) {
    return NOT_APPLICABLE;
  }
  return paths
    .filter(({ value }) => typeof value === 'string' && value !== '' && !hasFormat(value, FILE_PATH))
    .map(({ path, value }) => ({
      manifest: vm.manifest,
      path: vm.path(path),
      value,
      message: `KubeVirt refuses what is not ${FILE_PATH.words}`,
      remedy: 'Write it in full, e.g. /disk/image.qcow2.',
      fix: hasFormat(`/${value}`, FILE_PATH) ? safeSetting(vm.path(path), `/${value}`) : undefined,
    }));
}
