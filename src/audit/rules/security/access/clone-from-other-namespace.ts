import { type DataVolumeDefinition, dataVolumeDefinitions, KubevirtSource } from '../../../../admission';
import { CDI_GROUP } from '../../../../facts';
import { apiGroup, isObject, type Manifest } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

/** Where platforms keep the images that everybody may clone. */
const IMAGE_NAMESPACES = /^(openshift-virtualization-os-images|kubevirt-os-images)$/;

export const cloneFromOtherNamespace: Rule<DataVolumeDefinition> = {
  id: 'clone-from-other-namespace',
  title: 'A disk is cloned within its namespace, or from images',
  severity: Severity.INFO,
  category: 'security',
  rationale:
    'A clone takes all data of the source along, into a namespace where others read it. CDI allows it to whoever may create datavolumes/source in the namespace of the source, or pods there: a right over every disk of that namespace. For the disks of a VM it is its service account that needs the right, `default` unless a volume names another, and with it each pod that runs under that account. Clones through a DataSource, and from the namespaces in which platforms keep images, are meant for everybody.',
  remediation: 'Keep images in a namespace of their own, refer to them by sourceRef, and grant datavolumes/source there only.',
  references: [KubevirtSource.CLONES, KubevirtSource.CLONE_RIGHTS, KubevirtSource.VM_CONTROLLER],
  mentions: ['pvc', 'snapshot'],
  subjects: dataVolumeDefinitions,
  evaluate,
};

function evaluate({ manifest, path, spec }: DataVolumeDefinition): Outcome {
  const sources = isObject(spec.source) ? spec.source : {};
  const found = ['pvc', 'snapshot'].find((kind) => isObject(sources[kind]));
  if (found === undefined) {
    return NOT_APPLICABLE;
  }
  const own = manifest.metadata?.namespace;
  const { namespace: source, name } = sources[found];
  const isElsewhere = typeof source === 'string' && source !== '' && own !== undefined && source !== own && !IMAGE_NAMESPACES.test(source);
  return isElsewhere
    ? [
        {
          manifest,
          path: `${path}.source.${found}.namespace`,
          value: source,
          message: `the data of ${name} are copied into namespace ${own}, and ${whoNeedsIt(manifest)} needs a right over every disk of namespace ${source}: to create datavolumes/source there`,
          remedy: 'Keep images in a namespace of their own, refer to them by sourceRef, and grant datavolumes/source there only.',
        },
      ]
    : [];
}

function whoNeedsIt(manifest: Manifest): string {
  return apiGroup(manifest) === CDI_GROUP ? 'whoever applies this' : 'the service account of the VM, with every pod that uses it,';
}
