import { ApiObject, Chart, Duration, Testing } from 'cdk8s';
import { Probe, VirtualMachine } from 'cdk8s-kubevirt';
import { ConnectionScheme } from 'cdk8s-plus-27';
import { thrownBy } from '../../support/thrown';

function rendered(probe: Probe) {
  const vm = new VirtualMachine(Testing.chart(), 'vm', { readiness: probe });
  return ApiObject.of(vm).toJson().spec.template.spec.readinessProbe;
}

function refused(probe: () => Probe): string {
  const chart = new Chart(Testing.app(), 'shop');
  return thrownBy(() => new VirtualMachine(chart, 'web', { readiness: probe() }));
}

test('renders an HTTP probe with every timing', () => {
  const probe = Probe.fromHttpGet('/health', {
    port: 8443,
    scheme: ConnectionScheme.HTTPS,
    headers: { Host: 'shop.example.com' },
    initialDelay: Duration.seconds(120),
    period: Duration.seconds(20),
    timeout: Duration.seconds(10),
    successThreshold: 3,
    failureThreshold: 4,
  });
  expect(rendered(probe)).toEqual({
    httpGet: { path: '/health', port: 8443, scheme: 'HTTPS', httpHeaders: [{ name: 'Host', value: 'shop.example.com' }] },
    initialDelaySeconds: 120,
    periodSeconds: 20,
    timeoutSeconds: 10,
    successThreshold: 3,
    failureThreshold: 4,
  });
});

test('renders a TCP probe without what is not given', () => {
  expect(rendered(Probe.fromTcpSocket({ port: 3306 }))).toEqual({ tcpSocket: { port: 3306 } });
});

test('renders a command', () => {
  expect(rendered(Probe.fromCommand(['systemctl', 'is-active', 'mariadb']))).toEqual({
    exec: { command: ['systemctl', 'is-active', 'mariadb'] },
  });
});

test('renders a guest agent ping', () => {
  expect(rendered(Probe.fromGuestAgentPing({ failureThreshold: 10 }))).toEqual({ guestAgentPing: {}, failureThreshold: 10 });
});

test.each([
  [
    'a fraction of a second',
    () => Probe.fromTcpSocket({ port: 22, period: Duration.millis(1500) }),
    '[shop/web] readiness.period is 1500 ms: whole seconds only. Use Duration.seconds(1) or Duration.seconds(2). (whole-seconds)',
  ],
  [
    'less than a second',
    () => Probe.fromTcpSocket({ port: 22, timeout: Duration.millis(500) }),
    '[shop/web] readiness.timeout is 500 ms: whole seconds only. Use Duration.seconds(1). (whole-seconds)',
  ],
  [
    'half a millisecond',
    () => Probe.fromTcpSocket({ port: 22, timeout: Duration.millis(0.5) }),
    '[shop/web] readiness.timeout is 0.5 ms: whole seconds only. Use Duration.seconds(1). (whole-seconds)',
  ],
  [
    'a period of zero',
    () => Probe.fromTcpSocket({ port: 22, period: Duration.seconds(0) }),
    '[shop/web] readiness.period is 0 s: the value must be at least 1 s. Pass 1 s or more. (out-of-range)',
  ],
  [
    'a port that does not exist',
    () => Probe.fromTcpSocket({ port: 70000 }),
    '[shop/web] readiness.port is 70000: the value must be between 1 and 65535. Pass 65535 or less. (out-of-range)',
  ],
  [
    'a fractional threshold',
    () => Probe.fromTcpSocket({ port: 22, failureThreshold: 1.5 }),
    '[shop/web] readiness.failureThreshold is 1.5: only integers are allowed. Pass an integer. (integer-required)',
  ],
  [
    'a relative path',
    () => Probe.fromHttpGet('health', { port: 80 }),
    '[shop/web] readiness.path is "health": the path of a request begins with "/". Pass "/health". (probe-path-relative)',
  ],
  [
    'an empty command',
    () => Probe.fromCommand([]),
    '[shop/web] readiness.command is []: a command names at least a program. Pass the program and its arguments, e.g. ["systemctl", "is-active", "httpd"]. (probe-command-empty)',
  ],
])('refuses %s', (_name, probe, message) => {
  expect(refused(probe)).toBe(message);
});
