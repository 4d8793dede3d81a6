import { installsPackages, userDataTexts } from '../../../../admission';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

const GOLDEN_NAMESPACE = 'openshift-virtualization-os-images';
const GOLDEN_IMAGE = /^rhel\d+/;
const GUEST_IMAGE = /\brhel\d+\/rhel-guest-image\b/;
const COMMENTS = /^[ \t]*#.*$/gm;

/** An image without subscription, and where it is named. */
interface Image {
  readonly path: string;
  readonly value: unknown;
}

/** What registers a guest, or gives it other repositories: modules of cloud-init and commands. */
const REPOSITORIES = /rh_subscription|subscription-manager|rhc connect|yum_repos|yum\.repos\.d|config-manager|katello|foreman/;

export const packagesWithoutSubscription: Rule<VirtualMachineView> = {
  id: 'packages-without-subscription',
  title: 'A guest from the RHEL images of OpenShift Virtualization has repositories before it installs packages',
  severity: Severity.WARNING,
  category: 'availability',
  rationale:
    'The RHEL images that OpenShift Virtualization brings are not registered: without a subscription, or repositories of your own, the guest has none, and cloud-init installs nothing.',
  remediation: 'Register the guest with rh_subscription, give it repositories with yum_repos, or use an image that has the packages.',
  references: [
    'https://docs.redhat.com/en/documentation/openshift_container_platform/4.20/html/virtualization/creating-a-virtual-machine',
    'https://cloudinit.readthedocs.io/en/latest/reference/modules.html#red-hat-subscription',
  ],
  mentions: ['userData', 'userDataBase64', 'secretRef'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { graph }: RuleContext): Outcome {
  const images = [...goldenImages(vm), ...guestImages(vm)];
  const texts = userDataTexts(vm, graph);
  if (images.length === 0 || texts === undefined || !texts.some(installsPackages)) {
    return NOT_APPLICABLE;
  }
  const message =
    'this image is not registered, and nothing in the user data gives it repositories: cloud-init installs no packages, unless the network has a mirror that the image knows';
  const remedy = 'Register the guest with rh_subscription, add yum_repos, or use an image that has the packages.';
  const settings = texts.map((text) => `${text.replace(COMMENTS, '')}`).join('\n');
  return REPOSITORIES.test(settings) ? [] : images.map((image) => ({ manifest: vm.manifest, ...image, message, remedy }));
}

/** The images of OpenShift Virtualization that disks are cloned from. */
function goldenImages(vm: VirtualMachineView): Image[] {
  return vm.dataVolumeTemplates.flatMap(({ spec }, index) => {
    const { name, namespace } = isObject(spec?.sourceRef) ? spec.sourceRef : ({} as Record<string, any>);
    const isGolden = namespace === GOLDEN_NAMESPACE && typeof name === 'string' && GOLDEN_IMAGE.test(name);
    return isGolden ? [{ path: vm.vmFieldPath(`dataVolumeTemplates[${index}].spec.sourceRef.name`), value: name }] : [];
  });
}

/** The same images as Red Hat's registry has them. */
function guestImages(vm: VirtualMachineView): Image[] {
  const disks = vm.volumes.map(({ containerDisk }, index) => ({
    path: vm.path(`volumes[${index}].containerDisk.image`),
    value: containerDisk?.image,
  }));
  const sources = vm.dataVolumeTemplates.map(({ spec }, index) => ({
    path: vm.vmFieldPath(`dataVolumeTemplates[${index}].spec.source.registry.url`),
    value: spec?.source?.registry?.url,
  }));
  return [...disks, ...sources].filter(({ value }) => typeof value === 'string' && GUEST_IMAGE.test(value));
}
