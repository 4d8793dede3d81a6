import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

const CLAIMS = ['dataVolume', 'persistentVolumeClaim'];

export const lunVolumeUnsupported: Rule<VirtualMachineView> = {
  id: 'lun-volume-unsupported',
  title: 'A lun disk shows a claim',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'A LUN passes SCSI commands on to a real device: KubeVirt refuses one on a volume that is neither a DataVolume nor a claim.',
  remediation: 'Use a dataVolume or persistentVolumeClaim volume, or disk in place of lun.',
  references: [KubevirtSource.VMI_ADMITTER],
  mentions: ['lun'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const luns = vm.disks.flatMap((disk, index) => (isObject(disk.lun) ? [{ disk, index }] : []));
  if (luns.length === 0) {
    return NOT_APPLICABLE;
  }
  return luns.flatMap(({ disk, index }) => {
    const volume = vm.volumes.find(({ name }) => name === disk.name);
    if (volume === undefined || CLAIMS.some((claim) => isObject(volume[claim]))) {
      return [];
    }
    const message = `the volume "${disk.name}" is neither a dataVolume nor a persistentVolumeClaim, and KubeVirt refuses a LUN on it`;
    const remedy = 'Use disk in place of lun, or a volume with a claim.';
    return [{ manifest: vm.manifest, path: vm.path(`domain.devices.disks[${index}].lun`), value: disk.lun, message, remedy }];
  });
}
