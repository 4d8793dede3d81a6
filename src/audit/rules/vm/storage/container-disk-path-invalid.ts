import { KubevirtSource } from '../../../../admission';
import { fieldValues, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

const PATHS = ['volumes[]', 'containerDisk', 'path'];

export const containerDiskPathInvalid: Rule<VirtualMachineView> = {
  id: 'container-disk-path-invalid',
  title: 'The path of a container disk is absolute',
  severity: Severity.ERROR,
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
    .filter(({ value }) => typeof value === 'string' && value !== '' && !isFilePath(value))
    .map(({ path, value }) => ({
      manifest: vm.manifest,
      path: vm.path(path),
      value,
      message: 'KubeVirt refuses what is not the absolute path of a file',
      remedy: 'Write it in full, e.g. /disk/image.qcow2.',
    }));
}

function isFilePath(path: string): boolean {
  const parts = path.replace(/\/$/, '').split('/');
  return parts[0] === '' && parts.length > 1 && parts.slice(1).every((part) => part !== '' && part !== '.' && part !== '..');
}
