import { KubevirtSource, networkProbesWithPort } from '../../../../admission';
import { HTTP_PORT, HTTPS_PORT } from '../../../../facts';
import { guestPort, type VirtualMachineView } from '../../../../graph';
import { setting } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const probeSchemeOfOtherPort: Rule<VirtualMachineView> = {
  id: 'probe-scheme-of-other-port',
  title: 'An HTTP probe speaks TLS to port 443, and none to port 80',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale:
    'An HTTP probe speaks plain HTTP unless its scheme is HTTPS. A web server answers plain HTTP on its TLS port with 400, and TLS on its plain port not at all: the probe fails, and the VM gets no traffic, or is stopped again and again.',
  remediation: 'Set scheme: HTTPS for port 443, which verifies no certificate, and leave it out for port 80.',
  references: [
    KubevirtSource.PROBES,
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#http-probes',
  ],
  mentions: ['httpGet'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const probes = networkProbesWithPort(vm).filter(({ field }) => field.endsWith('.httpGet'));
  if (probes.length === 0) {
    return NOT_APPLICABLE;
  }
  return probes.flatMap(({ field, handler: { port, scheme } }) => {
    const number = guestPort(port, vm);
    const speaksTls = scheme === 'HTTPS';
    if (number !== (speaksTls ? HTTP_PORT : HTTPS_PORT)) {
      return [];
    }
    const path = vm.path(`${field}.scheme`);
    const wanted = speaksTls ? 'HTTP' : 'HTTPS';
    const message = speaksTls
      ? `guests speak no TLS on port ${number}: the probe gets no answer that it understands`
      : `the probe speaks plain HTTP, and guests speak TLS on port ${number}: they answer with an error`;
    return [
      {
        manifest: vm.manifest,
        path,
        value: scheme,
        message,
        remedy: `Set scheme: ${wanted}, or another port.`,
        fix: setting(path, wanted),
      },
    ];
  });
}
