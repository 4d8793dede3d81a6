import { installsPackages, userDataTexts } from '../../../../admission';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

const GOLDEN_IMAGE = /^rhel\d+/;

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
  const index = vm.dataVolumeTemplates.findIndex(({ spec }) => isGolden(spec?.sourceRef));
  const texts = userDataTexts(vm, graph)?.join('\n');
  if (index < 0 || texts === undefined || !installsPackages(texts)) {
    return NOT_APPLICABLE;
  }
  const path = vm.vmFieldPath(`dataVolumeTemplates[${index}].spec.sourceRef.name`);
  const value = vm.dataVolumeTemplates[index].spec.sourceRef.name;
  const message =
    'this image is not registered, and nothing in the user data gives it repositories: cloud-init installs no packages, unless the network has a mirror that the image knows';
  const remedy = 'Register the guest with rh_subscription, add yum_repos, or use an image that has the packages.';
  return REPOSITORIES.test(texts) ? [] : [{ manifest: vm.manifest, path, value, message, remedy }];
}

function isGolden(sourceRef: unknown): boolean {
  return isObject(sourceRef) && typeof sourceRef.name === 'string' && GOLDEN_IMAGE.test(sourceRef.name);
}
