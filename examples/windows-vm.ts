// cluster: openshift 4.22
//
// A Windows server of an instance type: set up from an answer file on its first boot, with Secure Boot, a TPM that
// survives failovers, and a service that only a server which answers gets traffic from.
import { App, Chart, Duration, Size } from 'cdk8s';
import {
  Clock,
  ClusterProfile,
  Disk,
  DiskBus,
  Firmware,
  HighlyAvailableVM,
  HypervFeatures,
  Input,
  MachineHealthCheck,
  Platform,
  Preference,
  Probe,
  ProbedService,
  VirtualMachineInstancetype,
} from 'cdk8s-kubevirt';
import { ConfigMap } from 'cdk8s-plus-27';

/** Answers for an image that was generalized with sysprep: a computer name, and no questions. */
const UNATTEND = `<?xml version="1.0" encoding="utf-8"?>
<unattend xmlns="urn:schemas-microsoft-com:unattend">
  <settings pass="specialize">
    <component name="Microsoft-Windows-Shell-Setup" processorArchitecture="amd64"
               publicKeyToken="31bf3856ad364e35" language="neutral" versionScope="nonSxS">
      <ComputerName>server</ComputerName>
      <TimeZone>UTC</TimeZone>
    </component>
  </settings>
  <settings pass="oobeSystem">
    <component name="Microsoft-Windows-Shell-Setup" processorArchitecture="amd64"
               publicKeyToken="31bf3856ad364e35" language="neutral" versionScope="nonSxS">
      <OOBE>
        <HideEULAPage>true</HideEULAPage>
        <ProtectYourPC>3</ProtectYourPC>
      </OOBE>
    </component>
  </settings>
</unattend>
`;

const app = new App();
ClusterProfile.openshift('4.22', { platform: Platform.BARE_METAL_IPI, workers: 6 }).applyTo(app);

const erp = new Chart(app, 'erp', { namespace: 'erp' });

const large = new VirtualMachineInstancetype(erp, 'large', {
  metadata: { name: 'windows-large' },
  cpu: { guest: 4 },
  memory: { guest: Size.gibibytes(16) },
});
const answers = new ConfigMap(erp, 'answers', {
  metadata: { name: 'server-answers' },
  data: { 'unattend.xml': UNATTEND },
});

const server = new HighlyAvailableVM(erp, 'server', {
  metadata: { name: 'server' },
  instancetype: large.instancetype,
  preference: Preference.cluster('windows.2k22.virtio'),
  firmware: Firmware.efi({ persistent: true }),
  tpm: { persistent: true },
  hyperv: HypervFeatures.recommended(),
  clock: Clock.recommendedForWindows(),
  inputs: [Input.tablet()],
  disks: [
    Disk.fromDataSource('root', { name: 'win2k22', namespace: 'golden-images', size: Size.gibibytes(60), bus: DiskBus.VIRTIO }),
    Disk.sysprep('answers', { configMap: answers }),
  ],
  readiness: Probe.fromTcpSocket({ port: 443 }),
  liveness: Probe.fromTcpSocket({ port: 3389 }),
  bootTime: Duration.minutes(10),
  terminationGracePeriod: Duration.hours(1),
});

new ProbedService(erp, 'service', { vms: [server], ports: [{ name: 'https', port: 443 }] });
new MachineHealthCheck(new Chart(app, 'cluster'), 'workers', { maxUnhealthy: '40%' });

app.synth();
